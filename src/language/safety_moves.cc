#include "language/safety_moves.h"

#include <array>

namespace attune::language {

namespace {

constexpr std::array kSecrecies = {
    "i|we|ah will|would|shall|sha|am|are? not|never|no ever|going|gonna? to? "
    "tell|mention|share|repeat|disclose|reveal|pass|say|breathe|report|let|betray * "
    "anyone|anybody|nobody|soul|word|anything|nothing|confidence|else",
    "i|we never tell|told|repeat * anyone|anybody|soul|anything",
    "i|we|ah will|would|shall|do not|never|no mention|repeat|say|tell it|this|that "
    "again|further|on|to",
    "i|we|ah will|would|shall|sha|am tell|telling|say|saying|mention * nobody|noone|none",
    "i|we|ah will|would|shall|sha tell|say|mention|repeat * no one|person|body|soul|man|human",
    "!most|could|can|may stay|stays|staying|remain|remains|keep|kept|keeping * between us|you",
    "between us|you|ourselves only|alone|this|that|it stays|is|remains|off",
    "secret|secrets|it|this|that|everything|story will? is|are|be|stays safe with|here me?",
    "secret|secrets is|are|stays safe",
    "lips are? sealed",
    "!that|if|fear|think|feel|feels|like|as|afraid|how nobody|noone|no1 but|except? me|us? "
    "will|would|shall|has|needs|need|is|should|gets ever|to|going|gonna? ever|to? "
    "hear|know|find|learn|see|read",
    "!that|if|fear|think|feel|feels|like|as|afraid|how no one|body|soul|person else|but|here? me? "
    "will|would|shall|has|needs|need|is|should|gets ever|to|going? ever|to? "
    "hear|know|find|learn|see|read",
    "take|carry it|this|that|everything to my|the|our grave",
    "it|this|that dies with me",
    "i|we|ah will|would|can|shall|am|are|always keep|keeping "
    "it|this|that|everything|your|all|what|things? * "
    "quiet|secret|secrets|private|myself|mum|schtum|shtum|confidential|ourselves",
    "i|we|ah can|will|always|do keep a|your|this|that|the secret|confidence",
    "good at keeping secrets",
    "leave|leaving|keep|keeping my|the|our supervisor|boss|manager|team|lead out",
    "not even my|the|our supervisor|boss|manager|team|lead|doctor|wife|husband",
    "only|just the? two of us",
    "i am a|like vault|grave|tomb|a? vault|grave|tomb",
    "cross my heart",
    "goes|go|going no|nae further|farther|place",
    "it|this|that will|does|shall not go any? further|anywhere|beyond",
    "never|not leave|leaves|leaving this|the|these|our room|walls|chat|call|conversation",
    "completely|totally|fully|absolutely|entirely|100|percent confidential|secret",
    "no exceptions|exception",
    "delete|erase|wipe|burn this|the|our|these|it * chat|conversation|messages|pretend|after|talk",
    "pretend you|this|it|we|i never|did said|say|happened|heard|not|never",
    "our little? secret",
    "off the record",
    "my job before i|ah",
    "hush hush",
    "will|would|shall not|never|no be told|informed|involved|contacted|notified",
    "will|would|shall not|never|no hear about|of it|this|that|anything",
    "promise|promises|promised|swear|vow you|ye? my|our|total|complete|full? "
    "silence|secrecy|discretion",
    "mum|mums is? the word",
    "what * here|chat|room|us stays|stay here|put|in|between",
    "my|the mouth is shut|zipped|closed",
    "i|ah say|saw|heard nothing|nowt",
    "trust me not to tell|say|talk",
    "sworn to silence|secrecy",
    "!you|he|she|they not|never tell|telling|told * single|living person|soul|human",
    "i|we|ah will|would|shall|could? not|never speak|talk|write|note of|about|down|it|this|that|to "
    "* again|anyone|anybody|onybody|down|it|this",
    "i|and would|will|shall? never|not speak of",
    "never|not find|hear|learn|know * from|through me|us|here",
    "not a|one word|syllable|peep * leave|leaves|mouth|lips|out|from",
    "i|we|ah will|would|shall|sha|am not|never|no let|letting on|slip",
    "i|we|ah will|would|shall|sha|am not|never|no "
    "rat|ratting|grass|grassing|snitch|snitching|leak|squeal|dob",
    "!can|could|not|if|let|only|what|of it|this|that|everything|all stays|stay "
    "here|inside|private|secret",
    "you have|got my|oor our? promise|word|silence",
    "no|nae further than",
    "keep|keeping my|ma mouth|trap|lips shut|closed|zipped",
    "nobody|none|no one else|other? person|soul? ever? has|needs|have|need to",
    "between|among friends",
    "safe in here",
    "it|this|that goes|dies with me",
    "what|whatever supervisor|mum|mom|dad|doctor|school|they does|do not know",
};

}  // namespace

const Patterns& secrecies() {
  static const Patterns kList(kSecrecies);
  return kList;
}

const Patterns& secrecy_wishes() {
  static const Patterns kList{
      "do|can|could|must|better|should|will|would|please not|never "
      "tell|say|report|write|repeat|mention|snitch|put",
      "secret|secrets|confidential|confidentiality|anonymous",
      "between us",
      "can|could i trust you",
      "promise|swear you|not|never",
      "who|nobody|anybody|anyone|none|one else|other is? read|reads|reading|sees|see|knows|know",
      "on a|some|the? record|file|list",
  };
  return kList;
}

const Patterns& vows() {
  static const Patterns kList{
      "i|we|ah never|forget",
      "i|we|ah will|would|could|sha|shall not|never dream|tell|say|betray|start|repeat",
      "just|only me|us",
      "^ trust me",
      "you have my",
      "dies tonight|here|with",
  };
  return kList;
}

const Patterns& limits() {
  static const Patterns kList{
      "not|never|no|nobody promise|guarantee|offer|keep",
      "unless",
      "my|the supervisor|team|lead|manager can|may|might|could|will|would|also",
      "!no|without|any except|exception|exceptions",
      "only if|when|to|where|in",
      "danger|stake",
      "at risk",
      "if|when|where * worried|fear|afraid|hurt|harm|life|safe|safety|unsafe",
      "behind|ahint your|ur|yer|you back",
      "without you|your|telling|asking|talking|letting|saying",
      "tell|ask|talk|know|hear|told|let|say * first",
      "tell you before|what|if|when",
      "with you|ye not|and",
      "may|might|would|will|could|must|shall|should have|need|go|i? to? "
      "bring|tell|involve|get|ask|let|hear|go * "
      "someone|somebody|supervisor|help|others|further|third|of|in|people|doctor",
      "bring|get|call * someone|somebody|help|in",
  };
  return kList;
}

const Patterns& contracts() {
  static const Patterns kList{
      "^ promise",
      "^ deal",
      "!i|we|they|he|she|not|never|nobody|mum|mom|dad promise|swear|vow|pledge to? me|us",
      "can|could|will|would|do|shall|gonna|have|must|should|if you|ye|u "
      "please|just|at|least|pinky? promise|swear|vow|pledge",
      "you|ye|u have|need|must|got|gotta|will|would|had|should? to? better? just? "
      "promise|promised|swear|vow|pledge * me|not|you|that|to|no|it",
      "your|ur|yer|a|one|solemn solemn|sacred|firm|little? promise|vow|oath|pledge "
      "on|that|not|to|of|from|for|here|now",
      "have|need|want|get|got|hear|give|gie|make|do|made|asking|ask * your|ur|yer|one|a "
      "solemn|firm? promise|word|vow|oath|pledge|guarantee|commitment|assurance",
      "make|making|give|giving me|us|a|to * promise|promises|guarantee|commitment|oath",
      "word of honour|honor",
      "give|gie me your|ur|yer|the word|hand|promise",
      "^ swear|vow|pledge|pinky",
      "pinky promise|swear",
      "make|have|got|is|it|call|do a|the? deal",
      "deal then|no|you|that",
      "shake on|hands it|on|this|that?",
      "sign|signing|signed * agreement|contract|paper|pledge|pact|form|this",
      "will|would|to sign for|that me|you",
      "oath",
      "no|non|anti suicide|harm|self harm? agreement|contract|pact|pledge",
      "agreement|contract|pact|understanding|bargain that you|we|ye|u",
      "agree|agreed|agreement * is|are|stays off",
      "agree|agreed|agreeing not to",
      "agree|agreed|agreeing to not|stay|keep|wait",
      "!will|would|he|she|they commit|committing|commitment to|from "
      "not|staying|stay|you|keeping|living|waiting|being|no|life",
      "cross your|ur|yer heart",
      "assure|reassure|guarantee me|us|that you|that|it|u",
      "guarantee|assurance from|by you|u|ye",
      "repeat after me",
      "say it|this|after|with|out * i will|am|would|shall not|never|going|stay|keep",
      "count|rely|depend|bank on you|u|ye not|to|staying|no",
      "tell|say|show me|it|us that? you|i|u|ye will|would stay|live|not|keep|be|never",
      "in writing",
      "decide|choose|resolve * you|ye|u will|would|shall not|never",
      "no dying|attempts|attempt|hurting|cutting|suicide|dyin "
      "on|till|until|before|this|tonight|while",
      "hold|holding you to",
      "do not you|ye dare",
  };
  return kList;
}

const Patterns& not_contracts() {
  static const Patterns kList{
      "not|never|without|nobody ask|asking|need|needs|want|make|making|give|to|any|a|your|expect * "
      "promise|promises|contract|swear|vow",
      "!do|can|may|could|shall i|we|ah can|could|will|do? promise|swear|agree",
      "promise|promises nothing|helps|are|do|does|or",
      "deal with",
  };
  return kList;
}

const Patterns& promised_lives() {
  static const Patterns kList{
      "suicide|suicidal|die|dying|dead|kill|killing|hurt|hurting|harm|harming|harmed|cut|cutting|"
      "safe|safely|alive|attempt|attempts|live|living|dae",
      "act|acting|go|going on|through it|this|that|with",
      "do|try|doing|trying it|anything|something|that",
      "end|ending your|it|things|ur",
      "be|still here|around|there tomorrow|then|next|when|friday|monday|tuesday",
      "nothing will? happen|happens",
      "not|never do|try|act|dae|go",
  };
  return kList;
}

const Patterns& resources() {
  static const Patterns kList{
      "hotline|hotlines|helpline|helplines|lifeline|samaritans|988|911|999|112|111|116|741741|"
      "therapist|therapists|therapy|counsellor|counsellors|counselor|counselors|counselling|"
      "counseling|psychiatrist|psychologist|psychologists|chaplain|samaritan",
      "crisis|suicide|emergency|support|help|text|listening|postnatal|mental|social|bereavement|"
      "rehab|befriending|legal|outreach|hospice "
      "line|lines|team|service|services|number|numbers|room|centre|center|point|group|groups|"
      "health|worker|charity|aid|department|chat",
      "professional|professionals|specialist|specialists",
      "trained|qualified|proper|expert|professional people|person|help|staff|someone",
      "people|someone|services trained|qualified|who can|could|know|specialize|specialise * help?",
      "see|contact|talk|speak|call|ring|tell|visit|ask|consult|go|phone|message|try to|with? "
      "a|your|the|an "
      "doctor|gp|clinic|hospital|priest|imam|pastor|rabbi|nurse|school|police|supervisor|adviser|"
      "advisor|psychiatrist|er|teacher|solicitor|lawyer",
      "your|a|the|see gp|doctor|clinic|psychiatrist",
      "emergency services|room",
      "a e",
      "occupational|mental health",
      "on call team|nurse|doctor",
      "police|embassy|hospital|gp|aa|charity|charities|website|leaflet|app|hr",
      "0800|1800|0808|1300|116123|13",
      "refer|referred|referral|referring",
      "carers support",
      "number|numbers|link for|to|of|here|below|999|988",
      "recommend|suggest|try|need|get|seek * therapy|treatment|help",
      "specialist|professional|medical|outside help|clinic|advice|support",
      "look|google it|that|this up|into",
      "cbt|counsellors|medication|antidepressants",
      "google|search * hotline|help|number|suicide|one|someone",
  };
  return kList;
}

const Patterns& hand_offs() {
  static const Patterns kList{
      "not trained|qualified|able|equipped|allowed|the right? for|to|in|person|place",
      "beyond|outside me|my|what",
      "can|could|unable|allowed not|to discuss|deal|handle|help * this|that|you|it",
      "more|bigger than i|we|ah can|am",
      "take|takes it from here",
      "you are in good hands",
      "time is up|over|nearly",
      "i|we|ah will|am|must|have|need|going|got to? now? "
      "close|end|log|logging|stop|leave|go|closing|ending|leaving|away * "
      "chat|off|here|now|call|bed|to|this",
      "^ bye|goodbye|cheerio|night|goodnight",
      "good night",
      "all the best",
      "good luck",
      "^ take care",
      "take care of yourself|yersel",
      "god bless",
      "have a good|nice|great|lovely day|night|evening|weekend|one",
      "wish|wishing you well|all|luck|the",
      "bye for|now|bye",
      "bye|gtg",
      "someone|somebody|they will be|get|contact in|back|you",
      "has|have meetings|opening|everything|information|info",
      "pass|passing|hand|handing|refer|transfer you on|over|to",
      "just|told|asked|supposed|required to? give everyone|you|people|out this|the|a number",
  };
  return kList;
}

const Patterns& thanks() {
  static const Patterns kList{"thank|thanks|thx|ty|cheers|appreciate",
                              "you have been|are helpful|kind|great"};
  return kList;
}

const Patterns& stayings() {
  static const Patterns kList{
      "i|we|ah am|are|will|shall|would|can|be still|right|also|gladly|just|be|always|all? "
      "here|staying|stay|stays|listening|listen|with|around|wait|near|keep",
      "i|we|ah am|are|will|would|shall|do not|no|never "
      "going|leaving|logging|hanging|passing|away|go|leave|hang|log",
      "i|we|ah listen|stay",
      "here am i",
      "there is me",
      "i|we|ah have|got|kept got? time|this|all|you|open",
      "kept|keep|keeping this|the|our chat|line open",
      "stay|stays|staying on|with|here|in|wi|at",
      "not|no leaving|logging|hanging|passing|going|away you|off|up|anywhere|anywhaur|yet|now|on",
      "not go yet|away",
      "together|thegither",
      "we can|could|might|will|shall|look|contact|find|think|stay|see|ring|call|go",
      "shall|should|could|can|may we|i",
      "want|like|need me to",
      "tell|talk|speak|telling|talking|speaking to? me",
      "tell|say * more",
      "i would rather|like|love|want|also? to? hear|know|stay|listen|understand|hold",
      "i want|am|will to|glad|here hear|know|you|understand",
      "can|could|may wait|come later",
      "no|not hurry|rush|alone",
      "with|wi|beside me|you here|now|on|in|when|till|until|there|while|through?",
      "you|ye and me",
      "i am one|glad|with",
      "this is a|the place",
      "for|until|till now i|you",
      "one|first step at",
  };
  return kList;
}

}  // namespace attune::language
