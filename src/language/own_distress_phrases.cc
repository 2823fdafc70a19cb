#include "language/own_distress_phrases.h"

#include <array>

namespace attune::language {
namespace {

constexpr std::array kDanger = {
    "i want|wish|wanna|need to|too? die|dead",
    "i want to be dead|gone",
    "i want to not be|exist|live|wake here|alive|up|anymore|any|too",
    "i want it all to? end|stop|over",
    "i want everything to end|stop|be over?",
    "i want to? kill|hurt|harm|cut|end|hang|drown|starve|burn myself|me",
    "i want to? end|finish|take my own? life",
    "i want to? end it all|tonight|now",
    "i want to disappear|vanish too|forever|myself|tonight",
    "i do not|no|never want to? live|exist|life "
    "anymore|any|either|too|like|with|right|now|myself|longer",
    "i no|not want to? live|exist|life",
    "i do not want to wake up anymore|any|tomorrow|again|ever|either",
    "i do not want to be here|alive|around "
    "anymore|any|either|too|right|now|myself|tomorrow|tonight",
    "i do not want to be alive",
    "i do not want to? go|carry|keep on|going anymore|any|living|like|either",
    "i am|feel suicidal",
    "i am feeling suicidal",
    "i have been having|getting suicidal|dark thoughts|feelings|urges",
    "i have been having|getting thoughts|urges of|to suicide|die|dying|killing|ending|hurting",
    "i keep wishing|hoping i was|were|would dead|gone|die",
    "i am sorry i am alive",
    "i feel like|as dying",
    "i feel like killing|hurting|harming|cutting|ending myself|it|my",
    "i am thinking|dreaming|fantasizing|fantasising|considering|contemplating of|about|to? "
    "killing|hurting|harming|cutting|ending|kill|hurt|harm|cut|end|offing|unaliving "
    "myself|my|it|everything",
    "i think of|about killing|hurting|harming|cutting|ending myself|my|it",
    "i keep|am thinking of|about dying|suicide|death|killing|ending|hurting|harming|not "
    "myself|my|it|too|again|tonight|right|lately|every|all|being|waking|now",
    "i can not|no stop thinking of|about dying|suicide|ending|killing|hurting|harming|not",
    "i have been thinking of|about dying|suicide|ending|killing|hurting|harming|cutting|not "
    "myself|my|it|too|again|lately|being|waking|every|all|a|recently",
    "i have|am having|got? suicidal|dark thoughts|feelings|ideas|urges|ideation "
    "myself|too|again|right|now|tonight|lately|today",
    "i have|am having suicidal thoughts|feelings|ideas|urges",
    "i am having|getting thoughts|urges of|about|to "
    "dying|suicide|ending|killing|hurting|harming|cut|hurt|kill|end|die|self",
    "i have thoughts|urges of|about|to "
    "dying|suicide|ending|killing|hurting|harming|cut|hurt|kill|end|die "
    "myself|my|too|again|right|now|tonight|it",
    "i am going|about|planning|ready|tempted|close to? "
    "kill|hurt|harm|cut|hang|drown|killing|hurting|harming|cutting myself",
    "i am going|about|planning|ready|tempted|close to? end|take|ending|taking my own? life",
    "i am going|about|planning|ready|tempted|close to? end|ending it|everything all|tonight",
    "i am ready to die",
    "i have been planning|wanting to? kill|hurt|harm|end|killing|hurting|ending myself|my|it",
    "i will|might|may kill|hurt|harm|cut|end myself|my",
    "i am scared|afraid|frightened|terrified|worried of|about? what i will|might|may|could do",
    "i am scared|afraid|frightened|terrified|worried of|about? what i am going|about to do",
    "i am scared|afraid|frightened|terrified|worried that? i will|might|may|could|am going? to? "
    "hurt|kill|harm|cut|end myself|my|it",
    "i am scared|afraid|frightened|terrified|worried that? i will|might|may|could|am going? to? "
    "do something|sth stupid|bad|to",
    "i do not|no feel safe right|now|tonight|myself|either|anymore",
    "i do not feel safe with|around|from myself",
    "i am not safe right|now|tonight|myself|either|anymore|any|from|alone",
    "i do not|no trust myself tonight|right|now|alone|around|with",
    "i am|would|will be? better off dead|gone",
    "they|everyone|everybody|people|family|kids|parents|world|wife|husband|mum|mom "
    "would|will|is|are be? better off without me",
    "they|everyone|everybody|people|family|kids|parents|world|wife|husband|mum|mom "
    "would|will|is|are be? better off if i was|were dead|gone|not",
    "i should be dead",
    "i only? should|deserve to? die",
    "i should kill|hurt|harm|end myself|it",
    "i wish i was|were dead|gone|never",
    "i wish i was|were|am not|never born|alive|here|around",
    "i wish i could die|vanish",
    "i wish i could not wake|exist|live",
    "i wish i could stop existing|living",
    "i wish i had|would never|not been born",
    "i wish i had|would killed myself",
    "i wish i had|would|did not|never wake|woken|exist",
    "i am tired|sick|exhausted|done|finished of|with|from living|life|existing|existence",
    "i am tired|sick|exhausted|done of|with being alive|here",
    "i have had|got enough of|with life|living|being|existing",
    "i have|see|got no reason|reasons|will|wish left? to live|exist",
    "i have|see|got no reason|reasons left? to stay|carry|go|be alive|on|here",
    "i do not have|see a|any|the? reason|reasons to live|exist|stay|carry|go",
    "i have|got nothing|nobody to live for",
    "i see no|any point|reason|future in|of|to? living|life|going|anything|being|live|carry|me|"
    "existing",
    "i can|do not|no see a|any|the? point|reason|future in|of|to? living|life|going|anything|being|"
    "live|carry|me|existing",
    "i do not|no see a|any|the? point|reason|future anymore|myself|either",
    "no point in me|my living|being|going|carrying",
    "my life is over|pointless|worthless|meaningless|finished",
    "my life is not worth living|it|anything",
    "my life has no meaning|point|purpose|worth",
    "i hate myself",
    "i hate my life",
    "i hate being alive",
    "i hate to be alive",
    "i am worthless",
    "i am a burden to|on|for everyone|everybody|people|my|them|all",
    "i cut|hurt|harmed|burned|burnt myself again? tonight|today|yesterday|earlier|again|now",
    "i cut|hurt|harmed|burned|burnt myself again? last|this night|week|morning",
    "i just cut|hurt|harmed|burned|burnt myself",
    "i have|did just? cut|hurt|harmed|burned|burnt|harm|hurt myself "
    "again|tonight|today|just|now|yesterday|last|this",
    "i just tried to kill|end|hang myself|it|my",
    "i tried to kill|end|hang myself|it|my life? again? "
    "tonight|today|yesterday|earlier",
    "i tried to kill|end|hang myself|it|my life? again? last|this night|week|morning",
    "i just took|swallowed * pills|tablets|overdose",
    "i have|just taken|took|swallowed an|a|the|all overdose",
    "i am cutting|hurting|harming|burning|starving myself",
    "i keep cutting|hurting|harming|burning|starving myself",
    "i have been|started cutting|hurting|harming|burning|starving myself "
    "again|lately|too|all|every|since|this|over|recently",
    "i have|got * pills|tablets|blade|razor|knife|rope * hand|me|here|lap",
    "i am holding|sitting * pills|tablets|blade|razor|knife|rope",
    "i can not|no be|stay alive|here anymore|any|longer",
};

constexpr std::array kOverwhelm = {
    // Too much to go on with.
    "i can|could not|no do this anymore|any|right|now|today|tonight|longer|either|much",
    "i can|could not|no take|handle|bear|stand|face|stomach|endure this|it "
    "anymore|any|right|now|today|tonight|longer|either|much",
    "i can|could not|no do|take|handle|bear|face|finish this|the "
    "exercise|role|roleplay|scenario|conversation|chat|talk|session|training",
    "i can|could not|no cope|deal with? this? "
    "anymore|any|right|now|today|tonight|myself|longer|either",
    "i no|never can do|take|handle|cope this? anymore|any|now|more",
    "i can not|no face|bear being alive",
    "i do not think|know if? i can do|take|handle|bear|cope|go|carry|keep this|it|on|going|with "
    "anymore|any|much|right|tonight|today|either|myself",
    "i do not|no know how|if|whether i can|will make|get|last|survive it? through? the? "
    "tonight|night",
    "i do not|no know how|if to|i can? go|carry|keep on|going",
    "i do not think i can|will survive|last|make it? through? the? tonight|night",
    "i can not|no go|carry|keep|continue on|going|like|living anymore|any|like|living|much|this",
    "i can|could not|no listen|read|hear|talk|think|look to|about|at? this|it anymore|any|right|"
    "longer",
    "i can|could not|no listen|read|hear|talk about|to? anymore|any|more",
    "i am falling apart|to",
    "i am going to pieces|bits",
    "i am losing|loosing it|control right|now|here|tonight",
    "i am losing my mind right|now|here|tonight",
    "i am drowning|sinking here|myself|right|too|inside",
    "i am drowning|sinking in my own",
    "i am not coping",
    "i am not|no ok|okay|alright|fine|good|well "
    "right|now|tonight|today|myself|either|anymore|any|and|too|here",
    "i am not|no ok|okay|alright|fine|good|well at all|the",
    "i am not doing ok|okay|well|good|alright|great right|now|tonight|today|myself|either",
    "i am not in a? good|great|right place|headspace|state|way "
    "right|now|tonight|today|myself|either|mentally",
    "i am in a|an? bad|dark|awful|terrible|horrible|rough|low place|way|state|spot "
    "right|now|tonight|today|myself|too|and|again|lately",
    "i am in crisis",
    "i am at breaking point",
    "i am at my breaking|lowest|wits|wit",
    "i am at rock bottom",
    "i am at the end of my rope|tether|wits|strength",
    "i am struggling myself|tonight|right|badly|bad|today|now|lately",
    "i need|want help myself|right|now|too|tonight|please",
    "i need|want help for me|myself",
    "i feel|am|feeling hopeless|numb|broken|desperate right|inside|tonight|myself|today|and",
    "i feel|am dead|empty inside",
    "i am scared|afraid|frightened|terrified of|for myself",
    "i scare myself",
    "i am|feel|feeling feeling? overwhelmed myself|right|now|too|here|tonight|today",
    "this|it|that|all|everything is|gets|feels|became|getting|becoming * too|to much for me",
    "this|it|that is more than|then i can|could take|handle|bear|manage|cope",
    // The body says it.
    "i can not|no|hardly|barely breathe|breath",
    "i no|not|hardly|barely can? breathe|breath",
    "!you|u|he|she|they|we|who|him|her can not breathe|breath right|now",
    "i hardly|barely can breathe|breath",
    "i am not able to breathe|breath",
    "i am struggling|finding|having it|trouble? hard? to? breathe|breath|breathing",
    "i can not|no stop shaking|crying|trembling|sobbing|panicking|cry|shake|hyperventilating",
    "i am shaking|trembling|shivering",
    "i am sobbing|hyperventilating|panicking|panicing|dissociating|spiralling|spiraling|"
    "unravelling|unraveling",
    "i am freaking out",
    "i am breaking down|apart",
    "i am sitting|sat|lying|standing|curled here|there|up? crying|shaking|trembling|sobbing",
    "i am sitting|sat|lying|standing here|there in tears|bits|pieces",
    "i am here crying|shaking|trembling|sobbing",
    "why am i sat|sitting|lying? here crying|shaking|trembling|sobbing|in",
    "i am crying right|now|my|here",
    "i am crying and shaking|trembling|i|can",
    "i am in tears|bits|pieces right|now|here|and|myself",
    "i have not stopped crying|shaking",
    "i have been crying|shaking since|the|all",
    "my hands|legs|body|arms are|is|keep|keeps all|all? shaking|trembling",
    "my whole body is shaking|trembling",
    "my hands|legs|body|hand will|can|do not stop shaking|trembling",
    "my heart is racing|pounding|hammering|thumping",
    "my chest is|feels|hurts|tight tight|hurting|crushing|now|right?",
    "i am having|getting|starting|into a|an|another? panic|anxiety|anxious? attack|attacks",
    "i am going|about to have a|an panic|anxiety attack",
    "i might|think be|am having a|an panic|anxiety attack",
    "i have panic|anxiety attack? now|right",
    "i can? feel a|the|my? panic|anxiety attack? coming|rising|building|starting",
    "i am having|getting a? flashbacks|flashback|meltdown|breakdown|palpitations",
    "i feel|think|swear like|that? i am going|about to die|faint|pass|collapse|break",
    "this|that|it|talking|reading|what|which * giving|gives me a? flashbacks|panic|palpitations",
    // An old wound opens.
    "i am|feel|feeling being|getting|feeling? triggered",
    "this|that|it|which|reading|story|exercise * triggering|triggers me",
    "this|that|it|which|reading|story|exercise * triggering|triggery for me",
    "this is|gets too? triggering",
    "this|it|that|story|topic|case|one|which|all * too|over close|near to? home",
    "this|that is bringing|dragging|stirring|bringin everything|it|all|stuff|things all? back|up",
    "this|it|that|talking|reading|which|story|exercise * "
    "bringing|brings|bringin|dragging|stirring "
    "* up|back for|to|in me",
    "this|it|that|talking|reading|which|story|exercise * "
    "bringing|brings|dragging|stirring|dredging "
    "up? all? my own",
    "it|everything|all|stuff is|all|keeps * coming|comes|flooding|rushing|come back|up for|to|on "
    "me",
    "i am right back there|in",
    "i am back there|in again|right|that",
    "i am reliving",
};

constexpr std::array kAtTheEnd = {
    "i can not|no do|take|handle|bear|stand|face|stomach this",
    "i can not|no take|bear|handle it",
    "i can not|no cope",
    "i can not|no go|carry|keep on|going",
    "i can not|no do this sorry|please|stop",
    "i am not ok|okay|alright|well|safe|fine",
    "i am not doing ok|okay|well|good|alright|great",
    "i do not want to? live|exist|wake up?",
    "i do not want to be alive|here",
    "i am falling|breaking|going apart|down|under",
    "i am losing it|control",
    "i am in a|an? * bad|dark|awful|terrible|horrible place|way|state",
    "i am not in a good place|state|way|headspace",
    "i need|want help",
    "i am|feel|feeling feeling? overwhelmed",
    "i am in pieces|bits",
    "please|plz|pls help me",
    "help me please|pls|plz",
    "i am|feel|feeling feeling? suicidal|hopeless|desperate",
};

constexpr std::array kNotOwn = {
    "i _ * * die|dead|dying of|from|with|laughing|lol|in|a "
    "embarrassment|shame|laughter|laughing|cringe|boredom|cold|heat|dignity|peace|old|my|happy|"
    "hunger?",
    "i _ _ be here|alive|around to|telling|as|for|if|judging|until|with|when|asking",
    "i _ _ _ be|want here|alive|around|to to|telling|as|for|if|judging|until|with|when|see|"
    "asking",
    "i do not want to live in|near|at|there|alone|on|by|without",
    "i * kill|hurt|harm myself if|laughing|with|trying|over|doing|training|at|in",
    "i * cut|hurt|burned|burnt|burn myself "
    "shaving|on|while|cooking|chopping|some|off|short|out|down|playing|running|falling|when|as",
    "i do|am not feel? safe to|in|asking|saying|giving|doing|talking|walking|promising|leaving",
    "i do|am not feel? safe with you|that|this|promising|leaving|how|what",
    "i am not ok|okay|fine|alright|good|well|doing "
    "with|about|for|leaving|saying|enough|qualified|placed|to|so",
    "i hate myself for|when|if",
    "i am shaking|shakin my|with|hands|his|her head|anger|rage|hands|fury|laughter|excitement?",
    "i am|start|started freaking out about|over|for|because what|this|my|the|how|you?",
    "i can * breathe|breath for|laughing|easier|better|in you|this|the?",
    "i need|want help from|with|understanding|to|finding the|understanding|this|understand|find|"
    "?",
    "i no|not can|able help|do",
    "i am|can * * * for you",
    "this|it|that|talking|reading|which * * * * for|to you|him|her|them|people|some|anyone|"
    "others|many|your",
    "my heart|chest * racing|pounding|bursting|burst|explode for|with|of joy|pride|you|love|"
    "excitement",
    "my heart|chest * racing|pounding when i|you started|see|saw|run|first",
    "i am going to die some|one|eventually|someday",
    "this|it|that|you|all|everything is|are|gets not|never",
    "i am crying with|for you|joy|laughing|happiness|her|him",
    "i am drowning|sinking in|under emails|work|paperwork|essays|deadlines|my|tea|it|paper|"
    "homework|coffee",
    "i am losing|loosing it|my|control * laughing|voice|hair|signal|connection|job",
    "i have|am * dark|suicidal thoughts training|course|people",
    "i am having|getting|a|another _ _? of|about you|what|how|where",
    "i * * panic|anxiety attack|attacks group|course|training|when|once|before|last|years|in",
    "i can|could not|no listen|read|hear|talk|think|look * because|until|about work|the|my",
    "i am|feel|feeling feeling|getting? overwhelmed by|with the? kindness|gratitude|how|love|"
    "joy|trust",
    "i am thinking|considering about? ending it|everything|my "
    "with|here|there|contract|job|lease|subscription|relationship|marriage|shift|call|chat|"
    "membership|studies",
    "i am tired|sick|done|exhausted of|with|from living|life|being "
    "with|in|out|at|away|drawing|coaching|insurance|polite|nice|on|at|told|asked|the|strong",
    "i am|feel suicidal ideation|thoughts|people|callers",
    "i am worried|scared|afraid what i will|might|may|could|would|am going? to? do "
    "wrong|here|for|without|with",
};

constexpr std::array kDisownedAfter = {
    "is|are|was|were|sounds|seems "
    "a|what|how|the|something|exactly|heavy|big|hard|such|not|one|where|someone|often|strong|an|"
    "what's|very|like|words|when|three|four|five",
    "you|u|she|he|they|he's|people "
    "said|say|says|wrote|tell|told|mean|meant|typed|mentioned|told|think|feel|felt|thought|put",
    "as|like you|u|she|he|they said|say|put|wrote|call|called|mentioned",
    "was|were all|what|how|the|my",
    "back then",
    "or|and something|words|things|anything like|to|similar that?",
    "to|for|at you|him|her|them mean?",
    "kind|type|sort of",
    "thoughts|thought|feeling|feelings|moments|voice|days|talk|phase",
};

constexpr std::array kToldOfPast = {
    "used to",
    "when|while|since i was|were",
    "years|months ago|back|later|earlier",
    "back then|when|in|at",
    "i remember",
    "in my teens|twenties|thirties|forties|20s|30s|40s|early|late",
    "as a teenager|teen|kid|child|student|youngster|boy|girl",
    "at the|that time",
    "in|during|for those days|years|months|weeks",
    "my worst|lowest",
    "was|were a time|times|days|nights|point",
    "one|some time|night|nights|days",
    "in 19|20|2001|2010|2012|2015|2016|2017|2018|2019|2020|2021|2022|2023|2024",
    "imagine|suppose|pretend|pretending|picture|imagining",
    "i|we would|could lie|sit|wake|think|tell|say",
    "before i got|had|found|met",
    "got|came through|past|better|out",
};

constexpr std::array kGivesBack = {
    "^ that|those|this|these|it is|are|was|were|sounds * "
    "you|your|u|heavy|big|strong|hard|brave|words|said|hear|heard|quote",
    "^ you|u said|wrote|told|typed|say|put|mentioned|used",
    "^ those|your|these words",
    "^ did i|do get|hear|understand|read",
    "^ am i hearing|getting|reading|understanding",
    "^ is|was that|this|it what|how|where|the|close|something|near",
    "^ heavy|big|strong|hard words|thing|sentence",
    "^ i hear|heard|noticed|read",
};

}  // namespace

const Patterns& own_danger() {
  static const Patterns kList(kDanger);
  return kList;
}

const Patterns& own_overwhelm() {
  static const Patterns kList(kOverwhelm);
  return kList;
}

const Patterns& own_at_the_end() {
  static const Patterns kList(kAtTheEnd);
  return kList;
}

const Patterns& not_own() {
  static const Patterns kList(kNotOwn);
  return kList;
}

const Patterns& disowned_after() {
  static const Patterns kList(kDisownedAfter);
  return kList;
}

const Patterns& told_of_past() {
  static const Patterns kList(kToldOfPast);
  return kList;
}

const Patterns& gives_back() {
  static const Patterns kList(kGivesBack);
  return kList;
}

}  // namespace attune::language
