#include "language/stock_phrases.h"

#include <array>

namespace attune::language {
namespace {

constexpr std::array kFormulas = {
    "i am? so|very|really|truly|terribly|just? so? sorry to? hear? (that|this|it)?",
    "i am sorry to hear that|this|it|about?",
    "i am sorry",
    "so|very|really sorry to? hear? that|this|it?",
    "sorry to hear that|this|it|about?",
    "you are going through this|that|it|all? of? this|that|it?",
    "that|this|it is|was|sounds|seems|must so|really|very|pretty|incredibly|extremely|be|have? "
    "so|really|very|been? hard|tough|difficult|rough|awful|terrible|horrible|challenging|sad|"
    "painful|stressful|upsetting for? you?",
    "that|this|it is|was|sounds|seems hard|tough|difficult|rough|awful|terrible|horrible|"
    "challenging|sad|painful|stressful|upsetting for? you?",
    "must be|feel so|really|very? hard|tough|difficult|rough|awful|terrible for? you?",
    "how hard|awful|terrible|difficult|sad|horrible",
    "i can|could only|not|really? imagine how|what? hard|difficult|that? this|it? is|must? be?",
    "i understand how|what? you|that? feel|are? going? through?",
    "i|we understand|hear you?",
    "i know how|what you feel|mean|are? going? through?",
    "i am here for you always?",
    "i am here to listen|help|support you?",
    "you are not alone in? this|that?",
    "you are never alone",
    "i feel for you",
    "my heart goes|breaks out? to? for? you",
    "sending|send you? lots? of? hugs|love|prayers|strength|you? positive? "
    "vibes|energy|thoughts?",
    "stay strong",
    "be strong",
    "hang in there",
    "keep your? chin? up",
    "one day at a time",
    "thank|thanks you? for sharing|opening|telling up? that|this|me? with? me? that|this?",
    "i appreciate you sharing|opening up? that|this? with? me?",
    "poor you|thing",
    "bless you",
    "^ oh no|dear|gosh",
    "that|it|this is so|totally|completely|perfectly|very|really? understandable|valid|natural",
    "your|those feelings are so|totally|completely|all? valid|normal|okay|ok",
    "i get it|that|you",
    "i am with you",
    "i care about you",
    "you are so|very|really? strong|brave|amazing|wonderful",
    "you matter|deserve",
    "i wish i could help|fix|take",
};

constexpr std::array kMinimizings = {
    "^ at least you|it|he|she|they|your|that",
    "at least you have|are|can|did",
    "could be|have worse",
    "could have been worse",
    "others|people|many|some|lots|plenty|kids * have|had it|things? much|far|a? lot? worse",
    "worse off",
    "no reason to be|feel so|this|that? down|sad|upset|worried|angry|ashamed|low|unhappy|scared",
    "some|many people have nothing|less|no|it",
    "positive attitude|mindset|thinking|outlook",
    "!how|is|it not that|so bad|serious|hard|big",
    "not the end of the world",
    "no|not a? big? deal",
    "bright|brighter side",
    "silver lining",
    "!say|promise|pretend|saying|tell|you it|this|that|things|everything will all? "
    "be|get|turn|work out? "
    "fine|okay|ok|alright|better|well|great",
    "it|this|that|things|everything will all? be|get|turn|work|come out? "
    "fine|okay|ok|alright|all? "
    "right|better|well|great",
    "it|this|that|things|everything is going to be|get|work|turn all? out? fine|okay|ok|alright|"
    "all? right|better|great",
    "you will|are going|to? be fine|okay|ok|alright",
    "you will be fine|okay|ok|alright|all? right|happy|over",
    "you are going to be fine|okay|ok|alright",
    "happens for a reason",
    "not|never|simply|just meant to be",
    "was|were meant to be $",
    "time heals",
    "give it time",
    "cheer up",
    "^ do not worry $",
    "^ do not worry "
    "it|that|this|you|he|she|they|i|we|there|everything|everybody|all|so|too|be|just|"
    "love|dear|mate|because|at",
    "!say|saying|says do not worry $",
    "do not worry about it|that|this|so|him|her|them|things|anything|everything|what",
    "nothing to worry about",
    "do not be|feel so? sad|silly|upset|dramatic|down|ashamed|guilty|like that|scared|afraid",
    "!say|saying|says do not cry",
    "do not think like that",
    "you|just get over it|him|her|this|that",
    "^ just|simply|you? will? move on",
    "just|simply move on|past",
    "plenty|lots more? of? other? fish",
    "!not|than just|only a phase|feeling|job|girl|boy|guy|bad",
    "!how|what|that everyone|everybody|we all? feels|feel|goes|go|has|have|gets|get that|this|it|"
    "through|sad|down|stressed|days|problems|tired",
    "!whether|if|that|think|thinking|afraid|not you are|might|may|could|seem be? just|maybe|a? "
    "little|bit? overreacting|overthinking",
    "stop overreacting|overthinking",
    "being so? dramatic|too|oversensitive|silly",
    "too sensitive",
    "so much to live|be|look for|grateful|forward",
    "!would|will|could be grateful|thankful|positive|happy",
    "count your blessings",
    "think|stay|keep|be positive",
    "snap out of",
    "^ just? calm down|relax",
    "you are young",
    "other|better girls|men|women|jobs|people out there",
    "look on the bright",
    "it is all in your head",
    "not as bad as",
    "i am sure you|it|they|he|she will|is|are|would|did|does|do",
    "worse things",
    "first world problem",
    "laugh it off",
};

constexpr std::array kJudgments = {
    "!if|that|think|like|feel|thinks|says|said you are "
    "being|just|so|really|very|such|a|bit|too|an? "
    "so|very|a|an|bit? "
    "selfish|lazy|stupid|pathetic|weak|ridiculous|crazy|irresponsible|ungrateful|"
    "childish|idiot|liar|coward|failure|mess|joke|drunk|cheat|burden|disgusting|hopeless|useless|"
    "dumb|immature|unreasonable|cruel|nasty",
    "!if|that|think|like|feel you are selfish|lazy|stupid|pathetic|weak|ridiculous|crazy|"
    "irresponsible|ungrateful|childish|disgusting|hopeless|useless|dumb|wrong|immature",
    "!if|that|think|like|feel you are an|a "
    "alcoholic|addict|terrible|bad|horrible|drunk|liar|loser|"
    "selfish|idiot|coward",
    "in denial",
    "making|make excuses",
    "that|this is just|only|an|no? an? excuse|excuses",
    "no excuse",
    "enough excuses",
    "what is|the|hell? wrong with you",
    "how could|dare you",
    "shame on you",
    "is|was|are|completely|entirely|all your own? fault|doing",
    "you|only? have only? yourself to blame",
    "you should be|feel ashamed|embarrassed|guilty|sorry",
    "you should have known|thought|told|done|listened|been|come|called|gone",
    "you should not|never have",
    "you ought to know|be better|ashamed",
    "that|this|it is|was so|just|really|very|pretty|such|a? a? "
    "selfish|stupid|lazy|pathetic|wrong|"
    "disgusting|unacceptable|irresponsible|ridiculous|nonsense|dumb|cowardly|crazy",
    "that|this|it is|was selfish|stupid|lazy|pathetic|disgusting|unacceptable|irresponsible|"
    "ridiculous|nonsense|dumb|cowardly",
    "^ grow|man up",
    "to|just grow|man up",
    "sorry for yourself",
    "did|brought|done|bringing this|that|it? on|to yourself",
    "get a grip|life",
    "pull yourself together",
    "!i|we|will|should|to shut up",
    "^ idiot|loser|moron|stupid|pathetic|rubbish|bullshit",
    "fuck|screw you|off",
    "go away|die",
    "!that|if|because|think|thought|like|feel|why|when|what|know|mean|sounds you do not "
    "try|listen",
    "!that|if|because|think|thought|like|feel|why|when|what|know|mean|sounds you do not "
    "care about|what|if|at|enough",
    "!that|if|because|think|thought|like|feel|why|when|what|know|mean|sounds you do not care $",
    "!that|if|because|think|thought|like|feel|why|when|what|know|mean|sounds you do not even "
    "want|think|care|try|listen",
    "take|taking some|more? responsibility",
    "are you stupid|serious|crazy|kidding|insane|joking|lying",
    "wasting my|our|your time",
    "i do not believe you|a",
    "!when|while|if|as|still you are lying to|about|again",
    "^ you are lying to|about|again",
    "^ you are lying $",
    "!why do not you care|realize|realise|understand|know|love|want|see|have|feel|think",
    "why would|did you not|even? do|let|say|think that|this|it",
    "i am disappointed|surprised|shocked in|at|that? you",
    "real men|man|women|mother|mothers",
    "you drama queen",
    "you are the problem|one who",
    "it takes two",
    "sin|sinful|sinning",
};

constexpr std::array kPressings = {
    "!do|did|if|that|feel|think|like|said|saying|says|tell|told|know|believe|because|what|when|"
    "where|maybe|why|how|whether|as|things|sorry|hard|awful|sad|time|space|room you "
    "really|just|definitely|absolutely|probably|also|both|all|do|always|still|simply|certainly? "
    "should|ought|need|gotta really|just|probably|definitely|maybe? just? "
    "to|try|start|go|talk|see|be|stop|get|quit|call|ring|phone|text|write|visit|"
    "join|open|move|change|send|say|tell|take|make|do|at|never|"
    "probably|definitely|think|look|give|find|ask|let|leave|keep|consider|focus|also|come|eat|"
    "sleep|drink|work|put",
    "!do|did|if|that|feel|think|like|said|saying|says|tell|told|know|believe|because|what|when|"
    "where|maybe|why|how|whether|as you really|just? should|ought not",
    "!do|did|if|that|what|when|where|maybe|why|how|whether|as|things|sorry|hard|awful|sad|said|say "
    "you really|just|definitely|absolutely|probably|also|both|do|always|still|simply? have to",
    "!do|did|if|that|feel|think|like|said|saying|says|tell|told|know|believe|because|what|when|"
    "where|maybe|why|how|whether|as|things you really|just|simply? must "
    "not|really|just|try|start|go|talk|see|stop|get|quit|call|tell|take|make|do|never|think|look|"
    "give|find|ask|let|keep|eat|sleep|put",
    "you had better",
    "you would be better",
    "you have got to",
    "^ why do|would|can not you "
    "just|try|tell|ask|call|go|talk|see|get|start|stop|take|ask|tell|call|leave|make",
    "what you|we really? need|should|ought want? to|is|do",
    "i want|need|expect you to",
    "i would like you to",
    "i am going to need|want|have|ask|put|give|refer|prescribe|send|recommend|suggest you|to|an?",
    "if i were|was you",
    "^ just? try to|and|not|some|it|a|doing|going|talking|thinking|this|that|the|getting",
    "^ just? "
    "go|stop|quit|forget|ignore|call|text|talk|see|get|block|delete|focus|remember|make|do|"
    "start|find|put|write|keep|eat|join|dump|break|fight|trust|move|pray|exercise|be|set|speak|cut|"
    "avoid "
    "to|it|your|the|a|an|up|out|him|her|them|over|about|and|some|off|with|for|at|home|that|this|"
    "doing|going|back|yourself|more|less|sure|drinking|smoking|being|thinking|down|into|away|care",
    "^ just? do not be a|an|so|too|like|stupid|silly|ridiculous|selfish|hard|negative|late",
    "^ just? do not go|give|let|think|do|take|make|try|say|drink|look|blame|keep|get|stop",
    "^ just? take an|it|some|the|up|him|her",
    "^ just? take a "
    "walk|break|bath|shower|day|week|holiday|vacation|nap|course|class|pill|look|step",
    "^ just? focus|keep|get|put on",
    "^ just? tell him|her|them|your|the",
    "it is|s important|essential|crucial|vital|critical that|for|to",
    "the|your best|only|right thing|way|option|advice|answer|solution|course for|to|is|would|of "
    "you?",
    "you can not|never keep|go|continue|just|let|expect|afford|live|stay|drink|smoke|blame|carry",
    "if you do not stop|quit|change|get|go|start|do|listen|try|take|talk|tell",
    "if you keep|continue",
    "you|it|this|that are|is|will|could|can|may|might going|to|likely? only? "
    "end|die|lose|kill|regret|destroy|ruin|damage|get to? "
    "up|your|you|everything|sick|worse|cancer|die|lose|yourself",
    "i would strongly|highly|really|suggest|recommend|advise|urge|definitely",
    "i strongly|highly|really? suggest|recommend|advise|urge|insist",
    "my|best advice|suggestion|recommendation",
    "!do|how|what think about|of your kids|children|family|health|wife|husband|mother|future|mom",
    "promise me",
    "you know|realize|understand that? smoking|drinking|alcohol|it|this is|that|are "
    "bad|not|going|killing|harmful",
    "no choice|alternative",
    "this|that|it|something|things has|have|got|need|needs got? to stop|quit|change|happen|end",
    "^ just _ it|him|her|them|that|the|your",
    "^ at least? ring|call|phone|text|message|ask|tell|visit|see|block|delete|open the|your|a|him|"
    "her|them",
    "you owe it|this|him|her|them|yourself",
    "whether you like it",
    "trust|believe me",
    "for your own|the good",
    "you are going to have|need to",
    "you will have|need|want to",
    "the fact|reality|truth|bottom is|line",
    "not good|healthy|safe|right|acceptable for you",
    "bad for you|your|the|them",
    "that is why you",
};

constexpr std::array kNudgings = {
    "^ why do not you just|try|tell|ask|call|go|talk|see|get|start|stop|take|leave|make|text|write|"
    "join|find|invite|come|do|give|use|let|put|send|phone|ring|move|change|speak|visit",
    "have you ever? considered|tried|thought|looked|talked|spoken|seen|asked about|of|into|to?",
    "have you ever? been to",
    "^ how|what about you|we|going|trying|talking|getting|doing|just|a|the|if",
    "^ maybe|perhaps? you|we could|might "
    "try|see|start|just|also|do|think|get|want|consider|find|call|make|have|set|use|write",
    "^ maybe|perhaps? you|we can try|get|call|make|use|consider|set",
    "^ maybe|perhaps? you|we could|can|might talk|go|speak to",
    "^ maybe|perhaps? you|we could|can|might ask|tell|take|look "
    "for|him|her|them|your|someone|somebody|a|an|the|up|into",
    "^ maybe|perhaps you should|try|just|need|ought",
    "^ could|can you not? just|maybe|try|ask|get|go|take|see|call",
    "^ could|can you not? talk|speak to",
    "^ could|can you not? tell him|her|them|your|someone|somebody",
    "would not it|you be|help|feel? better|good|easier|help",
    "it might|may|could|would help",
    "it might|may|could|would be to|if|good|helpful|useful|worth|better",
    "worth a|trying|talking|seeing|looking|going try|chat?",
    "some people find|try|do|use",
    "there are|is lots|a|some|many|other|plenty|several|things|of? "
    "ways|options|programs|resources|"
    "medications|groups|help|support|apps|techniques|strategies|places",
    "i think you|it|that should|could|would|need|can|might|ought",
};

constexpr std::array kConcerns = {
    "!unless i am so|very|really|quite|just|a? little|bit? "
    "concerned|worried|disappointed|surprised about|that|with|by|for|because",
    "is|are concerning|worrying|alarming to me",
    "concerns|worries|bothers me",
    "!why do|does|did|is|are|would|will|have|could not you|that|it|this even? "
    "concern|worry|bother|scare|think|want|realize|care|see|understand|frighten|matter|know",
    "does|did that|it|this not? concern|worry|bother|scare|frighten you",
    "are you not concerned|worried|afraid|scared",
    "are you concerned|worried at all",
    "what were you thinking",
    "you could|might|would have caused|killed|hurt|died|been|lost|hit",
    "you do not want that|your|it",
    "do you want to die|end|lose|get|become cancer|up|your|sick|like|dead?",
    "do you know|realize|understand how bad|dangerous|harmful|much",
    "do you know|realize|understand that",
    "!i|we|will|to stop being|acting|thinking|making",
    "lot of excuses",
    "just|more|your excuses",
    "your behavior|behaviour|attitude|actions is|are|has|will|could",
    "all talk",
    "lot of talk",
    "not acceptable|good enough",
    "you agreed|promised",
    "i already told|said|asked you|that",
    "as i said",
    "i do not see|understand why|how you",
    "why did not you|he|she|they|we? "
    "call|tell|ask|say|go|leave|stop|come|do|just|think|see|get|help",
    "why did you not|let|keep|wait|go|start",
    "why have you not",
    "why can you not",
    "why do|did|are|would|can you not|still|keep|continue|even",
};

constexpr std::array kInformings = {
    "people|patients|smokers|drinkers|women|men|kids|children|teenagers|students|parents|adults "
    "who|"
    "with|that|your|at|like|in|are|can|have|often|usually|tend|who",
    "research|studies|study|evidence|statistics|science|data|experts|doctors|guidelines "
    "shows|show|"
    "suggests|suggest|says|say|has|have|found|recommend|that|on",
    "percent",
    "risk|risks|chance|chances|likelihood of|for|that|is|are|goes",
    "causes|cause|leads|lead|increases|increase|affects|affect|damages|damage|reduces|reduce|"
    "linked|"
    "related|contributes to|the|your|you|in|cancer|a|heart|with",
    "is known|called|caused|associated|linked|defined|considered as|by|with|to|a|the",
    "this|that|it means",
    "in order to",
    "the reason|idea|way|thing|purpose|goal|way is|that|for|we|of|why|this",
    "what happens|this|that is|when|does",
    "works by|like|because|best",
    "for example|instance",
    "a lot of people",
    "symptoms|disorder|disease|medication|treatment|therapy|diagnosis|doctor|program|nicotine|"
    "chemical|"
    "brain|lungs|liver|blood|cancer|diabetes|insulin|pressure",
};

constexpr std::array kOwnStories = {
    "when i was|had|went|lost|got|did|quit|broke|started|left|felt",
    "i had|have|felt|feel|experienced the same|a similar|something",
    "i have been there|through",
    "^ i once _",
    "^ i|me once|also|too got|lost|hid|failed|had|was|went|tried",
    "been there",
    "me too",
    "i remember when|my|being|feeling|having",
    "my own? "
    "mother|mum|mom|dad|father|brother|sister|friend|wife|husband|ex|boyfriend|girlfriend|"
    "cousin|son|daughter|kid|kids|aunt|uncle|boss|gran|nan|grandmother|parents|marriage|divorce|"
    "family|depression|anxiety",
    "happened to me",
    "i personally|myself|also|too|once "
    "have|had|went|was|been|lost|felt|struggled|drank|smoked|drink|"
    "smoke|used",
    "personally i",
    "i used to",
    "in my own? experience|life|case",
    "i struggled|suffered|went|go with|from|through|a? similar?",
    "same here|with|thing me?|happened?",
    "i lost|quit|gave|divorced my|up|smoking|drinking|him|her|a",
    "i can relate",
    "i am|was a also? parent|mother|mum|mom|father|dad|carer|single|caregiver|teacher|nurse",
};

}  // namespace

const Patterns& formulas() {
  static const Patterns kList(kFormulas);
  return kList;
}

const Patterns& minimizings() {
  static const Patterns kList(kMinimizings);
  return kList;
}

const Patterns& judgments() {
  static const Patterns kList(kJudgments);
  return kList;
}

const Patterns& pressings() {
  static const Patterns kList(kPressings);
  return kList;
}

const Patterns& nudgings() {
  static const Patterns kList(kNudgings);
  return kList;
}

const Patterns& concerns() {
  static const Patterns kList(kConcerns);
  return kList;
}

const Patterns& informings() {
  static const Patterns kList(kInformings);
  return kList;
}

const Patterns& own_stories() {
  static const Patterns kList(kOwnStories);
  return kList;
}

}  // namespace attune::language
