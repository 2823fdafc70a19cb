#include "corpus/name_list.h"

#include <set>
#include <sstream>
#include <string>

#include "base/utf8.h"

namespace attune::corpus {
namespace {

using Names = std::set<std::string, std::less<>>;

Names listed(const char* words) {
  Names all;
  std::istringstream in(words);
  for (std::string word; in >> word;) all.insert(word);
  return all;
}

/// Without accents, as the lists have it.
std::string bare(std::string_view word) {
  constexpr std::string_view kBare = "aaaaaaaceeeeiiiidnooooo*ouuuuyts";
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = base::next(word, at);
    if (c >= 0xE0 && c < 0xE0 + kBare.size())
      out += kBare[c - 0xE0];
    else
      base::append(out, c);
  }
  return out;
}

bool has(const Names& names, std::string_view word) {
  return names.find(word) != names.end() || names.find(bare(word)) != names.end();
}

// clang-format off
constexpr const char* kFirst = R"(
aaliyah aaron abby abdul abdullah abena abigail abraham adaeze adam adebayo adele aditya adrian
adriana agnes agnieszka ahmad ahmed aidan aileen aimee aisha aishwarya akosua alan alana alastair
albert alberto alejandra alejandro aleksander alessandra alessandro alexander alexandra alexandre
alexis alfred alfredo alice alicia alina alisha alison allison alonso alyssa amanda amara amelia
amelie amina aminata amira amit amy anastasia anders andre andrea andreas andreea andrei andrew
andrzej aneesa angela angelica angelina anil anita anjali anna annabel anne annette annie anthony
antoine anton antonella antonio anya aoife archana ariana arianna arjun armando arnold arthur arturo
asha ashley ashok astrid audrey aurelie ayesha ayodele ayumi barbara bartosz beatrice beatriz becky
belinda benedict benjamin bernadette bernard beth bethany betty bianca bilal boris brad bradley
brandon breanna brenda brendan brent brett brian brianna bridget britney brittany bruno bryan
caitlin callum cameron camila camille caoimhe carla carlos carmen carole caroline carolyn carter
cassandra catalina catherine cathy cecilia cedric celeste celia cesar chandra charlene charles
charlie chiara chidi chinonso chloe chris christina christine christopher chukwu ciara claire clara
clarissa claudia claudio colin colleen connor conor cormac corinne craig cristian cristina curtis
cynthia dafydd damian damien daniel daniela danielle danny dario darius darren daryl dave david
deborah debbie declan deepak deepika deirdre delphine denise dennis derek desmond devin diana diane
diego dimitri dmitri dolores dominic dominique donald donna doreen doris dorothy douglas duncan
dylan edith edmund eduardo edward edwin eileen elaine eleanor elena elias elijah elisa elisabeth
elise eliza elizabeth ella ellen ellie elliot elliott elsie emeka emil emilia emiliano emilio emily
emma emmanuel enrique eric erica erik erika ernesto esther ethan eugene eunice eva evan evelyn ewan
fatima fatou federico felicia felipe fernanda fernando fiona francesca francesco francine francis
francisco francois freddie frederick gabriel gabriela gabrielle gareth gary gavin gemma genevieve
geoff geoffrey george georgina gerald geraldine gerard gianni gilbert gillian giovanni giulia
giuseppe gloria goran gordon graham greg gregory greta guillermo gustavo habiba hamza hana hannah
harold harriet harry hasan hassan hector heidi helen helena helene henrik henry herbert hidayah
hideo hiroshi howard hugo hussein ian ibrahim ifeoma ignacio imani imran inaya ines ingrid irene
irina isaac isabel isabella isabelle isla ismail ivan jacob jacqueline jacques jaime jake jamal
james jamie jan jane janelle janet janice jared jasmin jason javier jayden jean jeanette jeff
jeffrey jenna jennifer jenny jeremiah jeremy jerome jesse jessica jessie jill jim jimmy jin joan
joanna joanne joel johan johanna john johnny jonas jonathan joseph josephine josh joshua joyce juan
juana juanita judith julia julian juliana julie juliet julio jung justin justyna kamal karen karim
karina karl katarzyna kate katherine kathleen kathryn kathy katie kayla keisha keith kelly kelvin
kenji kenneth kerry kevin khadija khalid kieran kimberly kiran kirsten kirsty klaus kofi kristen
kristina krzysztof kumar kwame kyle lakshmi lamar lara larissa larry latisha latoya laura lauren
laurence lawrence leah leanne leila leo leon leonard leonardo leroy leslie leticia lewis liam lilian
liliana lillian linda lindiwe lindsay lindsey lisa liu liz lizzie logan lola lorenzo lorraine louis
louisa louise lourdes lucas lucia luciana lucy ludmila luis luisa luke lukas lupe lydia lynn
mackenzie magdalena mahmoud maisie malcolm malik mandy manuel marc marcel marcela marcia marco
marcos marcus margaret margarita maria mariam mariana marie marilyn mario marisol marjorie marlene
marta martha martin martina martyna mary maryam mateo mateusz mathew matilda matt matteo matthew
maureen maurice mauricio megan mehmet mei melanie melissa melvin mercedes meredith mia michael
michaela michal michel michele michelle miguel mike mikhail mildred mina ming miranda miriam
mitchell mohamed mohammad mohammed moira molly monica monika monique muhammad mustafa myra nadia
nancy naomi natalia natalie natasha nathan nathaniel neha neil nelson niamh nicholas nick nicola
nicolas nicole nigel nikita nikolai nina nisha noah noelle nora norma norman oksana oleg olga oliver
olivia oluwaseun omar orla oscar otto owen pablo paige pamela paolo parvati patricia patrick
patrizia paul paula paulina pauline pavel pawel pedro peggy percy peter petra philip philippa
phillip phoebe phyllis pierre pilar piotr polly pradeep prakash pranav priscilla priya priyanka
qasim quentin quinn rachael rachel rafael raheem rahul raj rajesh ralph ramon ramona randall raquel
rashid ravi raymond rebecca reginald renata rene renee ricardo richard ricky rita robert roberta
roberto rochelle roderick rodrigo roger roisin roland rolando roman ronald ronnie rosa rosalie
rosalind rosie ross rowan roxanne roy ruben rupert ruth ryan sabrina sadie saira salma salman
salvador sam samantha sameer samir samuel sandeep sandra sanjay saoirse sara sarah sasha saul scott
sean sebastian selena selma sergei sergio shane shania shanice shannon sharon shauna shaun sheila
shelby shirley shreya siobhan simon simone sinead sofia sonia sophia sophie soraya stacey stanley
stefan stefania stella stephanie stephen steve steven stuart sunita susan susanna suzanne svetlana
sven sylvia tabitha tamara tamika tania tanya tariq tatiana teo teodoro terence teresa terrence
terry thandiwe thea thelma theo theodore theresa thomas tiffany tim timothy tobias toby todd tom
tomas tomasz tommy toni tony tracey tracy travis trevor tristan tyler tyrone ursula usman valentina
valerie vanessa vera veronica vicente vicky vijay vikram vincent vivian vivienne vladimir walter
wanda wendy wesley wilfred wilhelm william wilma winston wojciech xavier ximena yannick yasmin
yasmine yolanda yosef yousef yuki yusuf yvette yvonne zach zachary zahra zainab zanele zara zoe
zofia zsofia
)";

constexpr const char* kNouns = R"(
angel art blossom bliss crystal daisy dawn dusty faith fern flora grace harmony heaven honey hope
iris ivy jade jasmine joy justice lily melody mercy pearl penny pepper poppy prince princess rose
ruby sage sandy serenity sky star sunny trinity violet willow amber autumn summer winter genesis
destiny chance rainbow star unique precious treasure blessing hazel heather ebony rosemary felicity
constance
)";

constexpr const char* kMonths = "april may june august";

constexpr const char* kPlaces = R"(
adelaide alexandria asia austin brooklyn carolina charlotte chelsea dakota dallas florence georgia
houston india israel jackson jordan kenya lincoln london madison memphis milan milton paris phoenix
regina santiago savannah sydney verona victoria vienna virginia washington chad
)";

constexpr const char* kOthers = R"(
abel ace ally basil bea bill blake bob brook brooks buck bud carol chase chip christian chuck clay
cliff cole dale dean don drew duke earl eddy eve fay finn ford frank gene ginger glen grant guy hank
hunter jack jay jess jo joe jose josie kat kay ken kim king kit lance lane lee les mac marina mark
mason max mick miles mo nat nell noel norm olive pat pam pete phil piper ray reed rich rob robin rod
ron sally sid skip sol sterling sue ted tucker van vic victor wade ward warren wayne will woody
)";

constexpr const char* kFamily = R"(
abubakar acosta adeyemi afolabi aguilar agarwal ahmadi alvarez andersen anderson armstrong bailey
banerjee begum bennett bianchi bhatt bradley brennan campbell carvalho castillo castro chavez
chaudhry chopra chowdhury christensen clarke collins connolly contreras costa cruz cunningham davies
davis delgado desai diaz dominguez donovan doyle dubois duarte dunne edwards eriksson espinoza evans
fernandes fernandez ferguson ferrari fischer fitzgerald flanagan flores fletcher gallagher garcia
garza gomez gonzales gonzalez gordon guerrero gupta gutierrez guzman hansen harris harrison
henderson hernandez herrera hoffmann hughes hussain huang iqbal ivanov jankowski jenkins jensen
jimenez johansson johnson johnston jones juarez kapoor kaur kaminski kennedy khan kim kovacs
kowalski kumar larsen lewandowski lombardi lopez macdonald maldonado malik martinez mbeki mcallister
mccarthy mcdonald mckenzie medina mehta mendes mendez mendoza mensah mitchell mohan molina morales
moreau moreno moretti morgan mukherjee muller munoz murphy nair ncube nakamura navarro nguyen
nielsen novak nowak nwosu obi o'brien o'connor o'neill o'sullivan ochoa okafor okeke okonkwo olsen
oliveira ortega ortiz osei owens pacheco papadopoulos patel pereira perera petersen peterson petrov
phillips popescu qureshi rahman ramirez ramos rao reddy reyes ricci richardson rivera roberts
robertson robinson rodrigues rodriguez romero rossi ruiz russo salazar sanchez sanders santiago
santos sato schmidt schneider schulz sharma silva singh smith soto souza stevens stevenson stewart
sullivan suzuki takahashi tanaka thompson torres tran tremblay ueda vargas vasquez vega velasquez
wagner watanabe watkins watson weber williams williamson wilson wojcik wright yamamoto yilmaz zhang
zhou zimmermann
)";

constexpr const char* kNoNames = R"(
a about above absolutely actually after again ages all almost alone already alright also although
always am amazing an and angry another anxious any anyone anything anyway are around as ashamed
asleep at atheist autistic away awake awful back bad be because been before better between bi
bipolar black blessed bored both brave british broke broken brother bullied buddhist but by can
can't canadian catholic christmas christian close cold come confused could crazy crying curious dad
daddy dead dear depressed desperate did different disabled disappointed do doctor does doing don't
done down drained drunk due dutch each easter either embarrassed empty english enough even ever
every everybody everyone everything exactly exhausted failing father feeling fed female few fine
first folks for free french friday friend friends frightened from frustrated full fun furious gay
german getting glad go god going gone good goodbye gran grandad grandma grandpa granny grateful
great guilty guys had halfway happy hard has have having he heartbroken hello help helpless her here
hers hey hi him hindu his home homeless honest honestly honey hopeless hopeful how how's however
human hungry hurt hurting i i'd i'll i'm i've if ill immigrant in indian inside interested into
invisible irish is isn't islam it it'd it'll it's its jealous jesus jewish just kind know ladies
last late later lazy left less let let's like listening little lonely looking lord lost love lucky
mad male man married may maybe me mental mexican mine miserable miss missing mom monday more moslem
most mother mum mummy muslim my myself nan nana native near nearly nervous never new next nice no
nobody none nonbinary nope normal not nothing now numb obviously of off ok okay old on once one only
open or other our ours out outside over overwhelmed overweight pakistani panicking pathetic people
perhaps pleased please polish poor pregnant pretty private probably proud queer quiet quite ready
really relieved retired right sad safe same saturday scared scottish screaming seeing self several
shaking she she's shocked should shy sick since single sir sister sleeping slowly so sober some
somebody someone something sometimes soon sorry spanish starting starving still straight stressed
struggling stuck stupid such suicidal sunday super supposed sure surprised terrified thank thanks
that that's the their them then there there's these they they're thing things think thinking this
those though thursday tired to today together tomorrow tonight too torn totally tough trans trapped
true truly trying tuesday turkish two ugly under unemployed unfortunately unhappy unloved unsafe
until up upset us useless very waiting was we we're weak wednesday weird well welcome welsh went
were what what's whatever when where which while white who who's why will wish with without
wondering working worried worse worthless would wrong yeah yes yesterday yet you you'd you'll you're
you've young your yours yourself american african asian australian bengali chinese european filipino
greek italian japanese korean nigerian latina latino portuguese russian scots somali swedish
ukrainian vietnamese aspergers adhd ptsd ocd covid facebook google instagram january february march
april june july august september october november december mr mrs ms dr prof team sweetheart darling
mate buddy dude bro sis babe love dearest stranger world mankind hun sir madam santa halloween
)";
// clang-format on

}  // namespace

bool is_first_name(std::string_view lower) {
  static const Names names = listed(kFirst);
  return has(names, lower) || has(names, lower.substr(0, lower.find('-')));
}

Double double_name(std::string_view lower) {
  static const Names nouns = listed(kNouns), months = listed(kMonths), places = listed(kPlaces),
                     others = listed(kOthers);
  if (has(nouns, lower)) return Double::noun;
  if (has(months, lower)) return Double::month;
  if (has(places, lower)) return Double::place;
  return has(others, lower) ? Double::other : Double::none;
}

bool is_family_name(std::string_view lower) {
  static const Names names = listed(kFamily);
  return has(names, lower);
}

bool is_no_name(std::string_view lower) {
  static const Names names = listed(kNoNames);
  return has(names, lower);
}

}  // namespace attune::corpus
