#include <algorithm>
#include <string_view>
#include <vector>

#include "language/spelling.h"
#include "language/spelling_words.h"

namespace attune::language {
namespace {

// Words of Scots, of northern English, Southern American and Jamaican speech, of Singlish and of
// text speak, as they are typed, with what they stand for. Only what hardly means anything else;
// Singlish particles stand for nothing. Our own list, read by no native speaker yet.
constexpr std::string_view kStandard = R"(
2day=today|2gether=together|2moro=tomorrow|2mos=tomorrow|2moz=tomorrow|2mrw=tomorrow|2nite=tonight
2nyt=tonight|a'=all|a'body=everybody|a'thing=everything|aabody=everybody|aal=all|aaricht=all right
aathing=everything|abang=brother|abeg=please|abi=right|abit=a bit|ablow=below|abody=everybody
aboot=about|abt=about|abune=above|abut=about|accha=okay|ach=oh|acha=okay|achha=okay|acushla=dear
ady=already|ae=of|afaird=afraid|aff=off|affa=awful|affi=have to|affrontit=ashamed|afftimes=often
affy=off
afore=before|afrade=afraid|afta=after|aften=often|agak=guess|agane=again|agaration=guess
agen=again|aggravated=annoyed|agn=again|ahaha=haha|ahahah=haha|ahgong=grandfather|ahin=behind
ahint=behind|ahma=grandmother|ailin=ill|aintnt=ain't|airmy=army|airt=direction|aiya=oh no
aiyaa=oh no|aiyah=oh no|aiyoh=oh no|aiyoyo=oh no|ajji=grandmother|akka=sister|akwaaba=welcome
alane=alone|alanna=dear|alav=may he|aldy=already|aleha=may she|alla=all of|allright=all right
allus=always|alot=a lot|alown=alone|alr=already|alrdy=already|alreet=all right|alreyt=all right
alwaz=always|am'nt=am not|amah=grandmother|amang=among|amn't=am not|amnae=am not|amnt=am not
amoung=among|an'=and|an'a=and a|ane=one|angkat=carry|angy=angry|anither=another
annonimus=anonymous|anot=or not|anxi=anxious|any1=anyone|anybodys=anybody's|anyfin=anything
anyfing=anything|anyfink=anything|anyones=anyone's|anythg=anything|anythin=anything|apeth=fool
appts=appointments|areet=all right|aren=aren't|arenae=aren't|arey=oh|arh=|aricht=all right
arn't=aren't|arnd=around|arnt=aren't|aroon=around|arrah=well|arre=oh|arrey=oh|arvo=afternoon
arvos=afternoons|asham=ashamed|athing=everything|athoot=without|atm=at the moment|atok=grandfather
atween=between|auld=old|auntie=aunt|auntie's=aunt's|aunty's=aunt's|awa=away|awbdy=everybody
awbody=everybody|awbuddy=everybody|awfa=awful|awfae=awful|awfy=awful|awreet=all right
awricht=all right|awright=all right|awthing=everything|aye=yes|ayeways=always|ayyo=oh no|b'y=man
b4=before|bab's=baby's|baba=dad|babbie=baby|babuji=dad|babydaddy=father|babygirl=girl|babys=babies
backarts=backwards|badmind=jealous|bah=|bai=man|bairn=child|bairn's=child's|bairnie=baby
bairns=children|baith=both|bak=back|balik=go back|bampi=grandfather|bampot=idiot|banjaxed=ruined
bapak=dad|bapu=dad|bawl=cry|bawled=cried|bawlin=crying|bawling=crying|bc=because|bck=back
bcos=because|bcoz=because|bcs=because|bcse=because|bcuz=because|bcz=because|bday=birthday
bdays=birthdays|bealin=furious|bealing=furious|bec=because|becos=because|becoz=because
becuz=because|beelin=furious|beeling=furious|begorrah=goodness|behen=sister|bein=being
beleave=believe|besharam=shameless|bestie=best friend|bestie's=best friend's|besties=best friends
betcha=bet you|beti=daughter|betta=better|bf=boyfriend|bf's=boyfriend's|bff=best friend
bff's=best friend's|bffl=best friend|bffs=best friends|bfr=before|bfs=boyfriends
bhabhi=sister in law|bhabi=sister in law|bhai=brother|bhaiya=brother|bhaiyya=brother|bicoz=because
bide=stay|biko=please|bilin=boiling|bindaas=relaxed|bk=back|blether=chat|bletherin=chatting
blethering=chatting|blootered=drunk|blyde=glad|bn=been|boak=retch|boaked=retched|bochap=don't care
bochup=don't care|boggin=disgusting|bogging=disgusting|bohiu=ignore|boi=boy|bois=boys
bojio=left out|boke=retch|bollixed=ruined|bonnie=lovely|bonny=lovely|bothr=bother|bout=about
bouta=about to|boutta=about to|bowfin=disgusting|bowfing=disgusting|brakkin=breaking|braw=great
brb=be right back
breaked=broke|bredda=brother|bredda's=brother's|bredren=friends|bredrin=friend|brekkie=breakfast
brekkin=breaking|brekky=breakfast|briks=bricks|brither's=brother's|broda=brother|broda's=brother's
brodda=brother|brokken=broken|bruv=mate|bruvva=brother|bruvver=brother|bsf=best friend
bsf's=best friend's|bsfs=best friends|btw=by the way|btwn=between|buay=can't|bubblin=crying
bubbling=crying|bubbye=goodbye|bueh=can't|buggered=exhausted|busybody=nosy|buyed=bought
byebye=goodbye|c'mon=come on|ca'nt=can't|caan=can't|cailin=girl|cain't=can't|canna=can't
cannae=can't|cannay=can't|cannie=can't|canny=can't|cantcha=can't you|cantt=can't|cany=can't
carer=caregiver|carers=caregivers|cariad=love|catched=caught|cattywampus=crooked|cauld=cold
cayn't=can't|cba=can't be bothered|cfm=definitely|chacha=uncle|chachu=uncle|chale=friend
charley=friend|cheem=deep|cheenge=change|cheerie=goodbye|cheerio=goodbye|cheerybye=goodbye
chei=oh no|chialat=terrible|childer=children|childers=children|childs=children|chile=child
chillin=relaxing|chillun=children|chiong=rush|chionging=rushing|chirren=children|chithi=aunt
chookie=chicken|chuffed=delighted|cid=could|cidnae=couldn't|claes=clothes|claithes=clothes
clart=dirt|clarty=dirty|clatty=filthy|cld=could|cldnt=couldn't|clemmed=hungry|cludgie=toilet
cmi=hopeless|cmon=come on|cnt=can't|collegue=colleague|comed=came|comin=coming|comited=committed
comot=leave|compleatly=completely|congratz=congratulations|conniption=tantrum|convo=conversation
convos=conversations|coontin=counting|cos=because|coudnt=couldn't|could'nt=couldn't
coulda=could have|couldent=couldn't|couldja=could you|couldn=couldn't|couldna=couldn't
couldnae=couldn't|couldnay=couldn't|couldny=couldn't|counceler=counselor|councelling=counseling
councellor=counselor|counseller=counselor|counsler=counselor|coz=because|crabbit=grumpy|craic=fun
cribbing=complaining|crieing=crying|crieng=crying|crimbo=christmas|crine=crying
cringey=embarrassing|cringy=embarrassing|crore=ten million|crores=millions|cryin=crying
cryn=crying|crys=cries|cu=see you|cud=could|cudna=couldn't|cudnae=couldn't|cudnt=couldn't
cul8r=see you later|cus=because|cuse=because|cussed=swore|cussin=swearing|cussing=swearing
cuz=because|cuz's=cousin's|cuzzo=cousin|cwtch=hug|cwtched=hugged|cya=see you|cyaa=can't
cyaan=can't|cyah=can't|cyan=can't|cyar=can't|cz=because|d'ya=do you|d'ye=do you|d'you=do you
da's=dad's|dabao=take away|daddies=dads|dadi=grandmother|dadi's=grandmother's|dae=do|daein=doing
daftie=idiot|daith=death|dat=that|dat's=that's|dats=that's|dauther=daughter|dawg=man|ddnt=didn't
deadass=seriously|deaved=annoyed|dedass=seriously|deein=dying|def=definitely|deffo=definitely
deffos=definitely|definatly=definitely|definetly=definitely|defo=definitely|deh=there
dehself=themselves|dehya=here|deid=dead|delulu=delusional|dem=them|dem's=they're
demself=themselves|demselves=themselves|deosnt=doesn't|depresh=depression|depresso=depressed
depro=depressed|der=there|dere=there|dese=these|despret=desperate|devasted=devastated
devo=devastated|devoed=devastated|dey=is|dey're=they're|di=the|did'nt=didn't|dident=didn't
didint=didn't|didja=did you|didn=didn't|didn'ae=didn't|didna=didn't|didnae=didn't|didnay=didn't
didni=didn't|didnie=didn't|didnt'=didn't|didny=didn't|didya=did you|dieing=dying|dieying=dying
diff=different|diffrnt=different|difrent=different|dinna=don't|dinnae=don't|dinnay=don't
dinni=don't|dinnie=don't|dinny=don't|dint=didn't|dis=this|dis's=this is|discust=disgust
discusted=disgusted|discusts=disgusts|disna=doesn't|disnae=doesn't|disny=doesn't
dissapear=disappear|dissapoint=disappoint|dissapointed=disappointed|dissapointing=disappointing
div=do|divvent=don't|divvn't=don't|dk=don't know|dnot=don't|dnt=don't|do'nt=don't|doan=don't
doc=doctor|dochter=daughter|docs=doctors|doe=though|doesn=doesn't|doesn'=doesn't|doesna=doesn't
doesnae=doesn't|doesnay=doesn't|doesnt'=doesn't|doesny=doesn't|doin=doing|don'=don't|donch=don't
doncha=don't you|donno=don't know|donnt=don't|dono=don't know|dont'=don't|dontcha=don't you
doon=down|doonhertit=heartbroken|dosen't=doesn't|dosent=doesn't|dosn't=doesn't|dosnt=doesn't
dost=friend|dosti=friendship|dother=daughter|dotn=don't|dour=gloomy|dowie=sad|drapped=dropped
drappin=dropping|dreepin=dripping|dreich=dreary|drookit=soaked|droon=drown|droonin=drowning
droont=drowned|dsnt=doesn't|dukhi=sad|dumfoonert=astonished|dun=don't|dunnae=don't|dunnies=toilets
dunno=don't know
dunnoo=don't know|dunny=toilet|dunwan=don't want|dutty=dirty|duwan=don't want|duznt=doesn't
dw=don't worry|dwt=child|dya=do you|dyin=dying|dznt=doesn't|eated=ate|ebdy=everybody|ee'd=you'd
ee'll=you'll|ee're=you're|ee've=you've|eejit=idiot|eejits=idiots|een's=one's|eese=use|eez=use
efter=after|efternoon=afternoon|eftir=after|eftirnoon=afternoon|ehn=right|emak=mum
embarased=embarrassed|embarassed=embarrassed|embaressed=embarrassed|endit=ended|enuf=enough
enuff=enough|esp=especially|espesh=especially|ev1=everyone|eva=ever|everbodys=everybody's
every1=everyone|everybaddy=everybody|everybodys=everybody's|everyfing=everything
everyfink=everything|everyhin=everything|everyones=everyone's|everyth=everything
everythg=everything|everythin=everything|eveythin=everything|evn=even|evr=ever|evry=every
evry1=everyone|evryday=every day|evryfink=everything|evryhin=everything|evrynight=every night
evrythin=everything|evrythng=everything|evrytime=every time|evthing=everything|eww=ew|ewww=ew
exaust=exhaust|exersize=exercise|existin=existing|exm=exam|exs=ex's|extreamly=extremely
eywis=always|facety=rude|fada=father|fadda=father|fadda's=father's|fadder=father|fae=from
fairm=farm|fairt=scared|faither=father|faither's=father's|falled=fell|falt=fault|fams=family's
fand=found|farver=father|fash=bother|fashed=bothered|faur=far|fave=favorite|feared=scared
feart=scared|feartie=coward|feck=damn|fecked=ruined|fecker=idiot|feckers=idiots|feckin=damn
fecking=damn|feeled=felt|feelin=feeling|feelins=feelings|feert=scared|ferm=farm|fettle=mood
ffs=damn|finded=found|fing=thing|fings=things|fink=think|finkin=thinking|finking=thinking
finna=going to|finnaly=finally|finsta=account|fir=for|fit's=what's|fixin=about|fleg=fright
fleggit=frightened|flt=felt|fom=from|foo=how|forenoon=morning|forfauchen=exhausted
forfochen=exhausted|forman=foreman|forrit=forward|fower=four|fowerteen=fourteen|fr=really
frae=from|fraid=afraid|fren=friend|frens=friends|frenz=friends|frfr=really|fricht=fright
frichtit=frightened|friggin=damn|frigging=damn|frit=scared|frite=fright|fritened=frightened
fritening=frightening|frm=from|frn=friend|frnd=friend|frnds=friends|frndz=friends|fs=for sure
fuming=furious|funrel=funeral|fwends=friends|g'night=good night|g2g=got to go|gaan=going
gabra=panicked|gadgie=man|gadgy=man|gae=go|gaed=went|gaes=goes|gaffer=boss|gaffer's=boss's
gahmen=government|gan=go|gancheong=anxious|ganjiong=anxious|gannan=going|gannin=going
gassed=excited|gaun=going
gaunnae=going to|gaunny=going to|gbege=trouble|gd=good|geeked=excited|gelabah=panicked|geram=furious
getcha=get you|gettin=getting|gey=very|gf=girlfriend|gf's=girlfriend's|gfs=girlfriends|ghar=home
gie=give|gied=gave|gien=given|gies=give me|gimme=give me|gimmie=give me|ging=go|gings=goes
gisting=chatting
giv=give|gived=gave|glaikit=stupid|gloamin=dusk|gluffed=startled|gn=good night|gna=gonna
gnight=good night|gnite=good night|goantae=going to|goated=the best|gobshite=idiot
gobshites=idiots|goed=went|goin=going|goin'=going|gombeen=crook|gon'=going to|gonae=going to
gonggong=grandfather|gonnae=gonna|gonnie=gonna|gonny=gonna|gontae=going to|goodnite=good night
gorgor=brother|gossoon=boy|gr8=great|gradma=grandmother|gramma=grandmother
gran'd=grandmother would|granda=grandad|grandad's=grandfather's|grandbabies=grandchildren
grandbaby=grandchild
granddaddy=grandfather
grandmama=grandmother|grandmomma=grandmother|granma=grandmother|grats=congratulations
greatful=grateful|greet=cry|greetin=crying|greets=cries|gret=cried|grl=girl|grt=great|gt=got
gtfo=get out|gtg=got to go|gud=good|guid=good|gumboots=boots|gunna=gonna|gurnin=complaining
gurriers=thugs
gussa=anger|gutted=devastated|gv=give|gve=give|gwaan=going on|gwan=go on|gwine=going|gyal=girl
gyals=girls|gyan=going|gyul=girl|h8=hate|h8ed=hated|h8s=hates|haan=yes|haar=fog|haba=come on
hackit=ugly|hacky=disgusting|hadda=had to|hadent=hadn't|hadn=hadn't|hadnae=hadn't|hae=have
haein=having|haffi=have to|hafi=have to|hafta=have to|haftu=have to|hafty=have to|hahah=haha
hahaha=haha|haih=sigh|haill=whole|hairmin=harming|hais=sigh|haiz=sigh|halariuos=hilarious
hame=home|han=hand|haolian=arrogant|hapend=happened|harras=harass|hasent=hasn't
hashalem=rest in peace|hashalom=rest in peace|hasn=hasn't|hasna=hasn't|hasnae=hasn't|hasny=hasn't
hasta=has to|hatin=hating|hatit=hated|haud=hold|hauf=half|haun=hand|hauns=hands|hav=have
havena=haven't|havenae=haven't|havenie=haven't|havent'=haven't|haver=talk nonsense
haverin=talking nonsense|havin=having|havn't=haven't|havnt=haven't|havny=haven't|havtae=have to
haway=come on|hayz=sigh|hbd=happy birthday|hbu=how about you|hdb=flat|hdb's=flat's
heartsair=heartbroken|hecka=very
hehe=haha|hehehe=haha|heid=head|hella=very|hersel=herself|hersen=herself|hert=heart
hertbroke=heartbroken|herted=hearted|herts=hearts|hertsair=heartsore|hevy=heavy|highkey=really
himsel=himself|hink=think|hinkin=thinking|hinks=thinks|hinna=haven't|hinnies=loves|hinny=love
hissel=himself|hisself=himself|hissels=himself|hissen=himself|hissy=tantrum|hiv=have|hivin=having
hivna=haven't|hivnae=haven't|hme=home|hmu=message me|hmwk=homework|hollered=shouted
hollerin=shouting
hollering=shouting|honkin=disgusting|hoo=how|hoo's=how's|hoos=how's|hoose=house|hoose's=house's
hooseholders=householders|horibble=horrible|hosp=hospital|hospo=hospital|how'd=how did
howay=come on|howd=how did|howru=how are you|hoy=throw|hoyed=threw|hoying=throwing|hru=how are you
hse=house|hubbie=husband|hubby=husband|hubby's=husband's|hud=had|hudda=had to|hudnae=hadn't
hudny=hadn't|hullo=hello|humilated=humiliated|humiliatd=humiliated|humilliated=humiliated
hunner=hundred|hunners=hundreds|hurst=hurts|hurted=hurt|hurtin=hurting|huv=have|huvin=having
huvnae=haven't|huvtae=have to|hv=have|hve=have|hvnt=haven't|hw=homework|hwk=homework
hwru=how are you|hyd=how are you doing|hyem=home|hyped=excited|iam=i am|icant=i can't
icba=i can't be bothered
icl=honestly|idc=i don't care|idec=i don't even care|idek=i don't even know|idgaf=i don't care
idgi=i don't get it|idk=i don't know|idkk=i don't know|idkw=i don't know what
idkwtd=i don't know what to do|idky=i don't know why|idm=i don't mind|idno=i don't know
idnt=i don't|idont=i don't|idve=i'd have|idw=i don't want to|idwbh=i don't want to be here
idwbhatm=i don't want to be here|idwk=i don't want to know|idwt=i don't want to
idwtl=i don't want to live|ifeel=i feel|ihave=i have|ijust=i just|ik=i know|iknow=i know
ikr=i know|ilk=every|ilka=every|ilu=i love you|ily=i love you|ilysm=i love you so much
ilyy=i love you|im'a=i'm going to|imnot=i'm not|imp=important|impt=important|imso=i'm so
incase=in case|init=isn't it|inna=in|innit=isn't it|inno=i know|inspite=in spite|intae=into
ionno=i don't know|iono=i don't know|iont=i don't|irl=in real life|is'nt=isn't|isent=isn't
isg=i swear|isit=is it|isn=isn't|isna=isn't|isnae=isn't|isnay=isn't|isny=isn't|issit=is it
istg=i swear|itd=it'd|ither=other|ithink=i think|itsel=itself|itsnt=isn't|ive've=i've|iver=ever
ivrybody=everybody|ivver=ever|iwant=i want|iwas=i was|iydmma=if you don't mind me asking
iykyk=if you know|izzat=honor|izzit=is it|jalan=walk|jare=please|jelouse=jealous|jfc=jesus christ
jhagda=fight|jialat=terrible|jiejie=sister|jiggered=exhausted|jings=wow|jist=just|jk=just kidding
jks=just kidding|jor=please|jos=just|js=just|jst=just|jugaad=trick|jus=just|jus'=just|juz=just
kacau=disturb|kachau=disturb|kakak=sister|kampong=village|kana=got|kancheong=anxious
kanchiong=anxious|kaypo=nosy|kaypoh=nosy|kecewa=disappointed|keeped=kept|keepin=keeping|ken=know
ken's=know|kena=got|kenna=got|kenned=knew|kennt=knew|kens=knows|kenspeckle=well known|kent=knew
kesian=poor thing|khush=happy|kiasi=scared|kiasu=competitive|kichin=kitchen|killd=killed
killt=killed|kinfolks=family|kismat=fate|kk=okay|kmfs=kill myself|knaa=know|knaas=knows
knackered=exhausted|knida=kind of|knn=damn|kno=know|knos=knows|knowed=knew|kns=damn|knw=know
kobo=penny|komot=leave|korkor=brother|kpo=nosy|kwasia=fool|kwno=know|kyaan=can't|kyant=can't
kye=cows
l8=late|l8er=later|l8r=later|labrish=gossip|laddie=boy|laffin=laughing|lah=|lahh=|laied=laid
lakh=hundred thousand|lakhs=hundreds of thousands|lang=long|langers=drunk|lar=|larf=laugh
larfed=laughed|larh=|lassie=girl|laters=see you later|lauchin=laughing|lauchit=laughed
lavvy=toilet|layed=laid|leaved=left|leceh=troublesome|lef=leave|lef'=left|leh=|lehceh=troublesome
lemme=let me|leow=already|lepak=relax|lepaking=relaxing|lerh=|lesap=vanish|letih=tired
letme=let me|leuch=laughed|liao=already|liaos=already|lickle=little|lidat=like that
liddat=like that|liddis=like this|lidis=like this|lieing=lying|lik=like|likkle=little|lil=little
literly=literally|livin=living|lk=like|lke=like|lmaoo=lmao|lmaooo=lmao|lmfao=lmao|lmfaoo=lmao
lmk=let me know|lo=|loh=|loll=lol|lolz=lol|lookin=looking|lookit=looked|lool=lol|loon=boy
loons=boys|loool=lol|lor=|losed=lost|losin=losing|lotta=lot of|lottsa=lots of|lov=love
lowkey=kind of|lowp=jump|ltrly=literally|ltrs=later|lugs=ears|luv=love|luvly=lovely|luvs=loves
luvvie=love|lv=love|lydat=like that|lyk=like|m8=mate|m8s=mates|maa=mum|maa's=mum's|macushla=dear
mada=mother|madda=mother|mafan=troublesome|maintainance=maintenance|mair=more|maist=most|mait=food
mak=make|makan=eat|makcik=aunt|maked=made|makin=making|maks=makes|malu=embarrassed
malunya=so embarrassing|mamaw's=grandmother's|mamgu=grandmother|mamma=mum|mammie=mum|mammy's=mum's
mams=mums|manky=filthy|mannie=man|marah=angry|mardy=moody|marra=friend|marras=friends|masel=myself
masell=myself|masels=ourselves|mataji=mum|maungy=moody|mausi=aunt|maw=mum|mawga=thin
mawmaw=grandmother|maws=mums|mebbe=maybe|medaase=thank you|meds=medication|mehsel=myself
meimei=sister|mek=make|menang=win|merajuk=sulk|mesel=myself|meself=myself|mesen=myself|mf=person
mfs=people|mi=i|mibbe=maybe|mibby=maybe|midder=mother|midder's=mother's|mighta=might have
mingin=disgusting|minging=disgusting|mins=minutes|miself=myself|missen=myself|missus=wife
mither=mother|mither's=mother's|mithered=bothered|mitherin=bothering|mithering=bothering|mkay=okay
moarn=mourn|mocks=exams|mommas=mums|mommy's=mum's|momsy=mum|moneys=money|mony=money|moo=mouth
mooth=mouth|mornins=mornings|morra=tomorrow|mozzie=mosquito|mrn=morning|mrng=morning|msg=message
msgd=messaged|msged=messaged|msging=messaging|msgs=messages|mssg=message|mth=month|mths=months
muckle=much|mudda=mother|mudda's=mother's|mummyji=mother in law|mumsie=mum|murdert=murdered
musha=well|musta=must have|mustnae=mustn't|muvver=mother|mysel=myself|mysen=myself|n8=night
nabor=neighbor|nabour=neighbor|nae=no|nae's=no|naebdy=nobody|naebody=nobody|naething=nothing
nah=no|nahh=no|nahhh=no|nahi=no|naija=nigeria|nanaji=grandfather|nane=none|nani=grandmother
nani's=grandmother's|narked=annoyed|narky=annoyed|nary=no|naukri=job|naw=no|nawa=wow
naybor=neighbor|nd=and|ne1=anyone|nebber=never|neccesary=necessary|needna=needn't|needny=needn't
needtae=need to|neet=night|neibor=neighbor|neigbour=neighbor|nenek=grandmother|nesh=cold
neva=never|ngl=honestly|ngll=honestly|nglll=honestly|nicht=night|nichts=nights|nieghbour=neighbor
nightmear=nightmare|nighty=good|nineth=ninth|nite=night|nites=nights|nithered=freezing|nivir=never
nivver=never|nn=and|no1=no one|nobaddy=nobody|nobodys=nobody's|nocht=nothing|noe=know|noo=now
noo's=now is|noone=no one|noones=no one's|nooo=no|noooo=no|nop=no|nothin=nothing
noticable=noticeable|nowt=nothing|nowt's=nothing is|nowts=nothing|np=no problem|ntg=nothing
nth=nothing|nthg=nothing|nthn=nothing|nty=no thank you|nuff=much|nuffin=nothing
nuffin's=nothing is|nuffink=nothing|nufin=nothing|nuh=not|nuhin=nothing|numpty=idiot|nuncle=uncle
nuthin=nothing|nuthin's=nothing is|nuthink=nothing|nutten=nothing|nuttin=nothing|nutting=nothing
nuttn=nothing|nv=never|nvm=never mind|nvr=never|nws=no worries|nyam=eat|nyt=night|oaf=off|oan=on
obiang=ugly|obv=obviously|obvi=obviously|obvs=obviously|obvsly=obviously|ocassion=occasion
occured=occurred|och=oh|ochone=oh no|ocht=anything|oclock=o'clock|oclok=o'clock|ofc=of course
ofcourse=of course|ofen=often|oga's=boss's|oki=okay|okie=okay|okies=okay|okk=okay|omd=oh my god
omdz=oh my god|omfg=oh my god|omgg=oh my god|omggg=oh my god|oml=oh my god|omw=on my way
onestly=honestly|ong=i swear|ontae=onto|ony=any|onybdy=anybody|onybody=anybody|onyhin=anything
onythin=anything|onything=anything|onyway=anyway|onywey=anyway|onywhere=anywhere|ooo=|oor=our
oorsel=ourselves|oorsels=ourselves|oot=out|ootside=outside|or's=or is|ord=finish army
oreddy=already|oredi=already|orful=awful|orfull=awful|orite=all right|ornery=difficult
orready=already|ossified=drunk|otw=on the way|oughta=ought to|oughtta=ought to|ourself=ourselves
ourselfs=ourselves|outa=out of|outchea=out here|outchere=out here|outof=out of|outta=out of
ova=over|ower=over|ower's=over is|owh=how|ownself=myself|owt=anything|owts=anything|oxter=armpit
oyibo=foreigner|oyu=you|paati=grandmother|paisa=money|paise=money|paiseh=embarrassed|pakcik=uncle
pakka=surely|palava=trouble|palaver=trouble|pangseh=let down|pangsehed=let down|panicin=panicking
papa=dad|papa's=dad's|papaji=dad|paranthesis=parenthesis|pareshan=worried|particulary=particularly
passout=graduate|pawpaw=grandfather|peely=pale|peepaw=grandfather|peerie=small|penat=tired
pengsan=faint|perants=parents|periamma=aunt|permenant=permanent|pey=pay|peyed=paid|peyin=paying
phsycologist=psychologist|phycologist=psychologist|physciatrist=psychiatrist
physcologist=psychologist|pickney=child|pickney's=child's|pickneys=children|pikin=child
pikins=children|pitaji=dad|pleas=please|plez=please|pls=please|plse=please|plss=please
plumb=completely|plz=please|plzz=please|pmo=annoys me|poeples=people's|polis=police
polisman=policeman|pon=on
popo=grandmother|poppa=dad|popsie=dad|popsy=dad|posta=supposed to|ppel=people|ppls=people's
prb=problem|prblm=problem|prblms=problems|prbly=probably|prepone=move forward
preponed=moved forward|privaledge=privilege|prob=probably|probly=probably|probs=probably
probz=problems|prolli=probably|prolly=probably|proly=probably|proply=properly|pruode=proud
psycatrist=psychiatrist|puggled=exhausted|puir=poor|purt=pretty|purty=pretty|pyaar=love|pyar=love
quien=queen|quine=girl|quines=girls|r=are|radge=furious|radged=furious|radgie=furious
ragin=furious|rapt=delighted|realise=realize|realised=realized|reet=right
relashionship=relationship|rele=really|reli=really|reliaze=realize|relised=realized
rember=remember|remebr=remember|renk=stinking|renking=stinking|rents=parents|resit=retake
resits=retakes|restaraunt=restaurant|reyt=right|richt=right|rickshaw=taxi|righto=all right
riled=angry|rishta=match|rite=right|rlly=really|rly=really|rlyy=really|rn=right now|rofl=lol
rong=wrong|roon=round|ropeable=furious|roup=auction|runned=ran|sabi=know|sabo=sabotage
saboed=sabotaged|sae=so
sae's=so is|sair=sore|sasu=mother in law|sasural=in laws|say's=says|sayang=pity|sayed=said
sayin=saying|sayso=say so|scaird=scared|scarey=scary|scayrd=scared|sch=school|schl=school
schuil=school|schule=school|scuil=school|scunner=disgust|scunnered=fed up|scunnerin=disgusting
scunnering=disgusting|scunners=disgusts|scunnert=fed up|scurred=scared|scuttered=drunk
secs=seconds|sed=said|sedap=delicious|sedih=sad|sef=even|seh=say|selfharmed=self harmed
selfharming=self harming|selt=sold|sence=sense|sept=september|servo=petrol station
setterday=saturday
sewerslide=suicide|sey=say|sez=says|sha=though|shaadi=wedding|shadi=wedding|shakara=showing off
shaked=shook|sharam=shame|sharm=shame|shell've=she'll have|shid=should|shidnae=shouldn't
shiok=great|shioks=great|shld=should|shldnt=shouldn't|shoking=shocking|shooketh=shocked
shoon=shoes|shoudnt=shouldn't|shoulda=should have|shouldn=shouldn't|shouldnae=shouldn't
shouldny=shouldn't|shoutit=shouted|shud=should|shudnt=shouldn't|si'd=self harmed|sia=|sian=tired
sianed=tired|sianz=tired|siao=crazy|sib=sibling|sibei=very|sibs=siblings|siccan=such
sickie=sick day|sien=tired|sienz=tired|sigthed=sighted|siller=money|sinting=something|siol=
siong=tough|sirji=sir|sista=sister|sista's=sister's|sistah=sister|sistas=sisters|sitten=something
skail=spill|skeered=scared|skerd=scared|skint=broke|skl=school|skool=school|skwl=school
slainte=cheers|sleekit=sly|sleeped=slept|sleepit=slept|slefharm=self harm|slep=slept
sláinte=cheers|sm=so much|sm1=someone|smaddy=somebody|smashin=great|sme1=someone|smilling=smiling
smirr=drizzle|smo=someone|smt=something|smth=something|smthg=something|smthing=something
smthn=something|smtms=sometimes|sobre=sober|somat=something|some1=someone|somebodys=somebody's
somefing=something|somehin=something|someones=someone's|somethin=something|somethn=something
sometin=something|sommat=something|somonee=someone|somthin=something|somting=something|sonny=boy
soo=so|sooking=crying|sooky=weepy|sooo=so|sori=sorry|sorrie=sorry|sotong=confused|sowwy=sorry
soz=sorry|speachles=speechless|speir=ask|speired=asked|speirin=asking|spiraling=panicking
spiralling=panicking|spose=suppose|sposed=supposed|sposta=supposed to|srs=serious|srsly=seriously
sry=sorry|stairtit=started|stappit=stopped|startd=started|startit=started|staun=stand
staunin=standing|stauns=stands|steamin=drunk|stepdad=stepfather|stepdads=stepfather's
stepmom=stepmother|stepmum=stepmother|stey=stay|stg=i swear|sth=something|stl=still|stoap=stop
stoapped=stopped|stoked=delighted|stooshie=row|stopd=stopped|stopt=stopped|str8=straight
stramash=row|strang=strange|stressd=stressed|stupit=stupid|stushie=row|suaku=ignorant|suan=mock
suaned=mocked|suay=unlucky|suic=suicide|suicde=suicide|suicidl=suicidal|suicidle=suicidal
sum1=someone|sumat=something|sumbadi=somebody|sumbdy=somebody|sumbody=somebody|sumfin=something
sumfing=something|sumfink=something|sumhin=something|summat=something|summink=something
summut=something|sumone=someone|sumthin=something|sumthing=something|sumtimes=sometimes
sumtin=something|sumtyms=sometimes|supposta=supposed to|supposto=supposed to|suprized=surprised
susah=hard|swaku=ignorant|sweer=swear|syok=great|ta=thanks|tadcu=grandfather|tae=to|taen=taken
tahan=bear|taid=grandfather|tajweed=recitation|tak=take|takin=taking|taks=takes|takut=scared
talkin=talking|tampin=furious|tamping=furious|tapao=take away|tats=that's|tatties=potatoes
tbf=to be fair|tbh=honestly|tbhh=honestly|tbqh=honestly|teached=taught|teef=steal|tek=take
tekan=bully|tekaned=bullied|tekking=taking|tel=tell|telled=told|tellin=telling|tellt=told
telly=television|telt=told|tenner=ten|tensed=stressed|tensions=worries|terifys=terrifies
terrible's=terrible is|tf=the hell|tfw=when|tge=the|th=the|tha=you|thaatha=grandfather|thae=those
thambi=brother|thanx=thanks|thatd=that'd|thatha=grandfather|thatll=that'll|theek=fine
thegither=together|theif=thief|theirsel=themselves|theirselves=themselves|theirsen=themselves
themorra=tomorrow|themsel=themselves|ther=there|ther's=there's|therell=there'll|thersel=themselves
thik=think|thinked=thought|thinkg=thinking|thinkin=thinking|thinkin's=thinking is
thirsel=themselves|thisis=this is|thissel=yourself|thissen=yourself|thm=them|thnx=thanks
tho=though|thoat=throat|thocht=thought|thochts=thoughts|thole=bear|thon=that|thoosan=thousand
thort=thought|thorts=thoughts|thoughs=thoughts|thr=there|thrawn=stubborn|thro=through
throo=through|throught=through|throwe=through|throwup=throw up|thru=through|tht=that|thts=that's
thurs=thursday|thw=the|thx=thanks|tidak=not|timepass=fun|ting=thing|tings=things|tink=think
tinkin=thinking|tks=thanks|tld=told|tlk=talk|tlkn=talking|tmoz=tomorrow|tmr=tomorrow|tmrw=tomorrow
tmrws=tomorrow's|tmw=tomorrow|tn=tonight|tneet=tonight|tnx=thanks|togetha=together
tommorow=tomorrow|tommorrow=tomorrow|tommorw=tomorrow|tomo=tomorrow|tomoro=tomorrow|tomoz=tomorrow
tonit=tonight|tonite=tonight|tonneet=tonight|tonyt=tonight|toon=town|tote=carry|toted=carried
totes=totally|totin=carrying|toting=carrying|tounge=tongue|trauchelt=worn out|trauchled=worn out
trickit=delighted|tring=trying|troo=through|trough=through|tru=through|tryin=trying
tryinna=trying to|tryna=trying to|trynna=trying to|tty=talk to you|ttyl=talk to you later
ttys=talk to you soon|tuckered=tired|tues=tuesday|tw=warning|twa=two|txt=text|ty=thank you
tym=time|tysm=thank you so much|tysmm=thank you so much|tyvm=thank you very much|u'd=you'd
u'll=you'll|u're=you're|u've=you've|ud=you'd|ull=you'll|unaliv=kill|unalive=kill|unalived=killed
unaliving=killing|unc=uncle|unda=under|uni=university|unis=universities|unliked=disliked
untae=until|unu=you|ure=you're|urgh=ugh|urs=yours|urself=yourself|urselves=yourselves
usedtae=used to|usen't=didn't|useta=used to|usetae=used to|usless=useless|ussens=ourselves
usta=used to|ute=truck|vexation=anger|vexed=angry|vexin=angering|vexing=angering|vibin=relaxing
vittles=food|vomitted=vomited|vry=very|vv=very|w8=wait|w8ing=waiting|waa=want|waah=want|waan=want
wabbit=exhausted|waddin=wedding|waesome=sad|wagwan=what's up|wahala=trouble|wahh=wow|wahlao=oh no
wahlau=oh no|wahn=want|wailau=oh no|waka=walk|waken=wake|wakent=woke|walau=oh no|wame=stomach
wame's=stomach's|wan's=one's|wan't=want|wanst=wasn't|wantae=want to|wantd=wanted|wantit=wanted
warkin=working|was'nt=wasn't|wasent=wasn't|wasn=wasn't|wasna=wasn't|wasnae=wasn't|wasnay=wasn't
wasni=wasn't|wasny=wasn't|wassup=what's up|wat=what|watcha=what are you|wate=wait|waths=what's
watin=what|wats=what's|wauk=wake|waukin=waking|wbu=what about you|wdym=what do you mean|wean=child
weans=children|wee=little|wen=when|wen'=went|wer=were|weren=weren't|werenae=weren't
werent'=weren't|wernt=weren't|wetin=what|wey=way|wfe=wife|wha=who|whadda=what do
whaddaya=what do you|whaddya=what do you|whae=who|whaes=who's|whase=whose|what'd=what did
whatcha=what are you|whatchu=what are you|whatchya=what are you|whatd=what did|whatev=whatever
whaur=where|whay=why|whe=where|wheesht=quiet|wheh=where|whens=when's|wher=where|where'd=where did
wheres=where's|whit=what|whit's=what's|whitiver=whatever|whn=when|whoopin=beating|whooping=beating
whr=where|wht=what|whts=what's|whupped=beat|whuppin=beating|whupping=beating|whut=what
why'd=why did|whyd=why did|whys=why's|wi=with|wich=which|wicha=with you|wichu=with you|wid=would
widdout=without|widna=wouldn't|widnae=wouldn't|widnay=wouldn't|widny=wouldn't|widout=without
widouten=without|wif=with|wifey=woman|wifey's=wife's|wifie=woman|wihc=which|willnae=won't
willnay=won't|willny=won't|winna=won't|wis=was|wisna=wasn't|wisnae=wasn't|wisnay=wasn't
wisny=wasn't|wit'=with|witcha=with you|wiv=with|wiv'out=without|wivout=without|wiz=was|wk=week
wkend=weekend|wknd=weekend|wks=weeks|wlao=oh no|wld=would|wldnt=wouldn't|wll=will|wn=when|wnt=want
wont'=won't|wor=our|worn't=wasn't|worriet=worried|worrit=worried|worryd=worried|worser=worse
wot=what|wotcha=what are you|wots=what's|woud=would|woudnt=wouldn't|would'nt=wouldn't
woulda=would have|wouldja=would you|wouldn=wouldn't|wouldna=wouldn't|wouldnae=wouldn't
wouldnay=wouldn't|wouldnt've=wouldn't have|wouldny=wouldn't|wout=without|wrang=wrong|wrd=word
wre=were|writed=wrote|wrk=work|wrkin=working|wrkng=working|wsg=what's up|wsnt=wasn't
wsup=what's up|wtaf=wtf|wtff=wtf|wth=what|wtv=whatever|wud=would|wudnae=wouldn't|wudnt=wouldn't
wullnae=won't|wullny=won't|wumman=woman|wummin=women|wuna=you|wunner=wonder|wur=our|wurryin=worrying
wursel=ourselves|wuu2=what are you up to|wyd=what are you doing|wydm=what do you mean
wym=what do you mean|xian=tired|xiong=tough|xmas=christmas|xx=|xxx=|y'all=you all|y'know=you know
ya=you|yaar=friend|yah=yes|yaird=yard|yakka=work|yall=you all|yander=there|yaself=yourself|yass=yes
yawa=trouble|yday=yesterday|ye=you|ye'd=you'd|ye'll=you'll|ye're=you're|ye've=you've|yea=yeah
yeh=yes|yer=your|yersel=yourself|yersels=yourselves|yersen=yourself|yesr=years|yessir=yes sir
yest=yesterday|yestreen=last night|ygm=you know|yh=yes|yhe=the|yhh=yes|yin=one|yins=ones
yirsel=yourself|yirself=yourself|yk=you know|ykno=you know|yknow=you know
ykwim=you know what i mean|ynow=you know|yonder=there|youdve=you'd have|young'un=child
young'uns=children|youngins=children|younguns=children|youre'=you're|yourself's=your
yourselve=yourself|yous=you|youse=you|ypu=you|yrs=years|yrself=yourself|ystd=yesterday
ystday=yesterday|ytd=yesterday|yuh=you|yuhself=yourself|yuore=you're|yur=your|yuself=yourself
yute=young man|yutes=young men|yuu=you|zindagi=life
)";

std::vector<WordTable::Entry> all_words() {
  std::vector<WordTable::Entry> all = entries(kStandard), more = entries(no_names());
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

std::vector<WordTable::Entry> entries(std::string_view list) {
  std::vector<WordTable::Entry> all;
  while (!list.empty()) {
    const std::string_view entry = list.substr(0, list.find_first_of("|\n"));
    list.remove_prefix(std::min(entry.size() + 1, list.size()));
    if (const std::size_t at = entry.find('='); at != entry.npos)
      all.emplace_back(entry.substr(0, at), entry.substr(at + 1));
  }
  return all;
}

std::optional<std::string_view> standard(std::string_view form) {
  static const WordTable kWords(all_words());
  const std::string_view* found = kWords.find(form);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

}  // namespace attune::language
