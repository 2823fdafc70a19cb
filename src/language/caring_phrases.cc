#include <array>

#include "language/stock_phrases.h"

namespace attune::language {
namespace {

constexpr std::array kFreedoms = {
    "up to you",
    "is|was entirely|completely|totally|really|all|always|still? your choice|decision|call|life|"
    "choices",
    "you|get|to|are? are? the? one|person? who|to? decide|decides|choose|chooses|knows",
    "you get to decide|choose|say",
    "only you can|could|know|would",
    "you know yourself|best|better",
    "whatever|whichever|however|whenever you decide|choose|want|like|feel|prefer",
    "no pressure|rush|obligation",
    "!if|that|wish|say|said you do not|never have|need to",
    "you are the expert|boss",
    "your choice|decision|call|own|pace",
    "at|in your own pace|time|way",
    "if you want|like|would|prefer|choose to?|like?",
    "take your time",
    "it is okay|ok|fine|alright not|to to? not|say|stop|if",
    "totally|completely|absolutely fine if|to",
    "in your hands|control",
    "what you want",
    "you do not have to answer|talk|tell|say",
    "you need not answer|talk|tell|say|explain",
    "ready to|for?",
};

constexpr std::array kLeaves = {
    "would|is it|that be? okay|ok|alright|helpful|useful|fine|all|cool|possible right? "
    "if|with|to|for",
    "can|could|may|might i just|also|maybe|perhaps? "
    "share|suggest|offer|tell|give|make|add|ask|say|"
    "talk|show|check",
    "do|would you mind if|me|my",
    "would you like|want to? hear|me|some|an|any|more? to? "
    "share|suggest|tell|ideas|idea|thoughts|"
    "suggestions|information|options",
    "would you be open|willing|interested|up to|in|for",
    "are you open|interested|willing to|in",
    "if you are|would|be? open|interested|okay|ok|alright",
    "do you want to hear|know|some|me|my|any",
    "i wonder|wondering|was if|whether i could|might|can",
    "with your permission",
    "how would you feel about|if",
    "if that is|would okay|ok|alright|be|fine with?|okay?",
    "if it is|would okay|ok|alright|be|all fine|okay? with?",
    "want to hear|me",
    "okay|ok|alright with you",
    "i have an|a|some idea|thought|ideas|information|thoughts|suggestion",
    "is there anything you would like|want",
};

constexpr std::array kWishes = {
    "what|how should|do|can|could am? i "
    "do|say|tell|get|make|stop|start|help|be|deal|handle|go|cope",
    "what am i supposed|meant to",
    "what would you do|say|suggest|recommend|advise",
    "what do you suggest|recommend|advise",
    "any|some|your advice|tips|tip|ideas|suggestions|suggestion|thoughts",
    "can|could you just? give|suggest|recommend|tell me? what|how|some|something|a",
    "just|can|please tell me what|how",
    "should i",
    "is there anything|something i can|could|should",
    "do you have|know any|a|some advice|tips|way|ideas|suggestions|idea",
    "i need|want your|some|a? advice|suggestions|tips|ideas",
};

constexpr std::array kJointSteps = {
    "we can|could|might|both? "
    "try|work|look|think|figure|put|plan|come|find|sort|talk|make|do|see "
    "*? together|out|up|through|at|a|about?",
    "let us|shall|should we|us? "
    "work|think|look|figure|plan|make|see|come|find|start|talk|put|write",
    "shall we",
    "think|work|figure|look|do|talk|plan|get|sort|through|it|this|that|something * together",
    "one|a|the|small|first|next|little|tiny|smallest? small|first|next|little|tiny|smallest step|"
    "thing|move|bit",
    "next|first|small steps",
    "what would|could|might|can|will|do|does help|you|be|it|that|your|make|take|look|feel "
    "try|do|like|"
    "want|change|start|need|a?",
    "what are you going|planning|willing|ready to do|try?",
    "where do|does|would|should you|we|that|this|it leave|go|start|want",
    "who could|would|can|might|else|is you|could|in|there "
    "talk|tell|call|ask|help|reach|turn|your|to?",
    "who else",
    "what has|have|else|already|you helped|worked|tried|could|might|would",
    "on|from a|one|zero scale|to|of",
    "how would|might|could|will|confident|important|ready you|is|are "
    "go|do|start|like|make|get|feel|"
    "know|that|it|this|to?",
    "what might|could|would you|be",
    "what is your|the|one|something plan|next|goal|step|thing|you|idea",
    "what do you think|want|need|see you|will|would|could|might|to|it|about",
    "what would that|it|this look|mean|take|be",
    "what works|helps",
    "what ideas|options|thoughts",
};

constexpr std::array kNextSteps = {
    "we can|could|might|both? try|work|look|think|figure|put|plan|come|find|sort|make "
    "*? together|out|up|through|at|a",
    "let us|shall|should we|us? work|think|look|figure|plan|make|come|find|put|write",
    "shall we",
    "think|work|figure|plan|sort|look|do|face|find * together",
    "one|a|the|small|first|next|little|tiny|smallest? small|first|next|little|tiny|smallest|one? "
    "step|move",
    "one|small|first|next|little|tiny|smallest small|little|tiny? thing",
    "what could|can|might|would|will you|we do|try|change|start|say|ask",
    "what could|can|might|would|will help|make",
    "what would you like|want to? do|try|change|start|next|happen",
    "what are you going|planning|willing|ready to do|try",
    "who could|would|can|might|else could|can|might? you talk|tell|call|ask|text|ring|reach|turn",
    "is there anyone|anybody|someone|somebody you|who could|can|might|would",
    "is there anything|something you|we|that could|can|might|would do|try|help|make|change|ask",
    "when|where|how could|would|will|might you do|start|ask|tell|call|begin",
    "what is your|the|one plan|next|goal|step",
    "what do you want to do|try|change",
    "what ideas|options do|are|would",
    "what works|helps",
    "from one|zero to ten",
};

constexpr std::array kOwnings = {
    "sorry if that|it|this|i sounded|came|felt|was|seemed|said|made|pushed",
    "sorry if|that|i|for|about|it "
    "i|what|before|earlier|my|saying|asking|jumping|assuming|pushing|"
    "rushing|interrupting|being|making|giving|not|missing|came|sounded|how|telling|bringing|"
    "upsetting",
    "apologize|apologise|apologies|apology for|if|that|i?",
    "my bad|mistake|fault|apologies",
    "i got|misread|misunderstood|misheard|missed|heard that|it|you|what|something wrong?",
    "i misunderstood|misread|misheard",
    "that|it was insensitive|unfair|clumsy|thoughtless|unhelpful|careless",
    "that|it was my|wrong|stupid|quick mistake|of|fault me?",
    "that|it was so|really|such? a? "
    "stupid|silly|dumb|thoughtless|careless|daft|rubbish|clumsy|unkind|awful thing|way|of|to",
    "i put|said|phrased|worded that|it|this badly|clumsily|wrong|wrongly|poorly|awkwardly",
    "i have been|was|am talking|lecturing|going|rattling|preaching|talked at|over|past|on you?",
    "i have not|never really? listened|heard|been",
    "i have|had? gone|went too|very far",
    "i keep|kept piling|asking|going|jumping|interrupting|rushing|pushing|talking|missing|getting",
    "i threw|gave you? a slogan|lecture|speech|sermon at|you?",
    "that|it was too|not quick|fast|fair|pushy|kind|helpful|much",
    "i should have asked|listened|heard|waited|let|stayed|noticed|checked",
    "i should not have",
    "i jumped|rushed|pushed|skipped|leapt in|ahead|to|too|you|past|over|on|straight|right",
    "i went|moved too|straight|right past|fast|quickly|to|over|on",
    "let me start|try|take|back|rephrase again|that|over|up|it|back",
    "i take that back",
    "that|it was me "
    "brushing|rushing|jumping|going|missing|pushing|not|being|assuming|talking|getting|running",
    "i brushed|hurried|glossed|raced|skated|ran past|over|off|aside|ahead",
    "i let that|it|you go|pass|slip|down by?",
    "not|did come out|right|how i meant",
    "did not come|mean out|to|it|that",
    "i was|am being? too quick|fast|pushy|much|keen",
    "i was|am just? being? wrong|lecturing|pushing|pushy|rushing|insensitive|preaching|careless",
    "i was not listening|hearing|fair|thinking|kind",
    "forgive me",
    "you are right i",
    "i did not really? hear|listen|mean to|it|that|you",
    "you are right to be|call|pull|say",
    "thank|thanks you? for correcting|pulling me",
    "you are right to be|call|pull|say",
};

constexpr std::array kFarewells = {
    "^ bye|goodbye|farewell|cheerio|ciao",
    "bye bye|for|now",
    "^ good bye",
    "!say|said|saying|to|a|kiss|my goodbye",
    "^ goodnight|night",
    "^ good|sleep night|well",
    "take good? care of yourself",
    "!to|i|you|we|they|he|she|who|and|can|could|will|would|must|should|ta take good? care",
    "^ i? will? see|talk|speak|catch|chat you|to|with|again|soon "
    "you|soon|later|next|tomorrow|again|"
    "around|then?",
    "until next time",
    "have a good|nice|great|lovely|restful|wonderful|safe "
    "day|night|evening|week|weekend|one|time|rest",
    "!if|that|when|because|you i|we really|just? have|must|need|got|should|will|am|better|are to|"
    "going|about? to|go|leave|run|head|log|wrap|stop|end|finish|close|now|off|up|out|here",
    "let us|we|should|time|need|have|going to? stop|end|wrap|finish|close|leave "
    "here|there|it|now|up|"
    "for|things|today|this",
    "it was|has been|so|really|very|a? good|nice|lovely|great|pleasure|wonderful to? "
    "talk|talking|chat|chatting|speak|speaking",
    "thank|thanks you? so? much? for talking|chatting|your|speaking time|to|with",
    "that is all|about the|we time|have",
    "out of time",
    "our time is|today|together",
    "next session|appointment|meeting|visit",
    "look|looking forward to seeing|talking|hearing|our|meeting",
    "all the best",
    "good luck",
    "wish you well|all|the|luck|good",
};

constexpr std::array kPartings = {
    "^ bye|goodbye",
    "bye bye|now|for",
    "and|then|now bye",
    "gotta|gtg|g2g now|go|run|dash?",
    "^ got to go|run|dash",
    "i got|need to? go|run|dash|leave now?",
    "^ farewell|cheerio|ciao|goodnight",
    "^ night|nighty night?",
    "^ good bye",
    "!a|the|any|one|that|every good night",
    "^ good night and|to _ _? _? _? _?",
    "^ gn|nn",
    "^ sleep well",
    "take good? care of yourself",
    "^ take good? care",
    "^ i? will? see|talk|speak|chat you|to|with you? soon|later|tomorrow|again|around|then",
    "until next time",
    "have a good|nice|great|lovely|restful|wonderful|safe day|night|evening|week|weekend|one|rest",
    "!if|that|when|because|do|like|feel|you i really? must|should|better go|run|leave|stop|finish",
    "!if|that|when|because|do|like|feel|you i have|need|got got? to go|run|leave|stop|finish|log "
    "now|soon|off|here|there|out?",
    "!if|that|when|because|do|like|feel|you i am going to|now? go|run|leave|stop|log|head|end "
    "now|off|here|out|this",
    "let us|we stop|end|wrap|finish|leave|close it|things|this|up? here|there|up|for now|today?",
    "we|i should|have|need to? stop|end|wrap|finish it|things|this|up? here|there|up|now|for "
    "now|today?",
    "it was|has been? so|really|very|a? good|nice|lovely|great|pleasure to? "
    "talk|talking|chat|chatting|speak|speaking to|with? you?",
    "that is all the time we|i have",
    "we|i are|am out of time",
    "our time is up|over|done",
};

constexpr std::array kGreetings = {
    "^ hi|hello|hey|welcome",
    "^ good morning|afternoon|evening",
    "^ my name is",
    "nice|good|pleasure to meet|see you",
    "thank|thanks you? for coming|joining|meeting|taking|agreeing",
    "what brings|brought you",
    "what can i|we do|help",
    "how are you doing|feeling? today",
};

constexpr std::array kInvitations = {
    "tell|say me? a? bit|little|some|something? more about|of? that|it|this?",
    "go on",
    "can|could|would you tell|say|help|describe|explain|walk|give|share",
    "what do you mean",
    "when you say",
    "what|how was|is|did|does that|it|this like|for|feel|been? for?",
    "what happened|else|then|next|came|made|makes|brought|brings|goes|went|got",
    "how come|so|long|often|did|does|do|are|have|has|is|was|would|many|much",
    "in what way",
    "what about|makes that|it|this|you",
    "what|where|when|who|which "
    "is|was|are|were|do|does|did|would|will|have|has|had|part|kind|sort|of",
    "what is that|it like",
    "help me understand",
    "i|am wonder|wondering|curious",
    "like what",
    "such as",
    "tell me",
    "why is that",
    "anything else",
    "why|how",
};

constexpr std::array kWide = {
    "tell|say|hear|share|know me? a? bit|little|some|something? more",
    "tell|talk|walk me|us about|through|what|how",
    "go on",
    "help me understand",
    "what do|did you mean",
    "when you say",
    "what|how was|is|were|has|did that|it|this|these|those|things|all "
    "like|for|feel|been|sit|go|going|with",
    "what does|did that|it|this mean|feel|do|bring for|to|up|like?",
    "how do|did|does|are|is that|it|this|you|things|life feel|feeling|going|hold|holding|been|land",
    "how have things|you|it been",
    "what has|is been|happened|brought|got",
    "what brings|brought|made you here|tonight|write|reach|come",
    "what is on|going|happening|up|wrong|weighing",
    "what happened|else",
    "what is the|your problem|matter|trouble|story",
    "what is troubling|bothering|worrying|hurting you",
    "did|has something|anything happen|happened",
    "what goes|comes|came up|through|on|to",
    "what would|do you like|want|need to? talk|say|share|tell|begin|start|from",
    "where would|do you like|want to? begin|start",
    "where|what is|are you at|feeling|thinking",
    "anything|something else",
    "like what",
    "how come",
};

constexpr std::array kAskingsOn = {
    "what happened|happens then|next|after|afterwards|when",
    "^ and? then what",
    "what do|did|does you|he|she|they|that mean",
    "when you say",
    "^ how come",
    "^ how so",
    "^ like what",
    "^ why",
    "^ such as",
};

constexpr std::array kHonestAnswers = {
    "^ "
    "yes|yeah|no|nope|sure|absolutely|definitely|of|not|maybe|honestly|it|i|that|you|good|great|"
    "thank|thanks|me",
    "good|fair|great|hard|big|honest question",
    "you|are? are|were? asking|wondering|ask|wonder|asked|want|would to?",
    "i do not know|think",
    "i am not|a|here|no|just",
    "i can|could|will|would|have|think|wish|do|hear|might",
    "what do you think",
    "what makes you ask",
    "what would it",
};

constexpr std::array kReflections = {
    "^ it|that|this sounds|seems|feels|looks|sounded|seemed as|like|to|really|you|very|pretty|so",
    "^ it|that must|can|may|might be|feel|have|hurt",
    "^ sounds|seems|looks|sounded like|as|to|really|you|pretty|very|hard",
    "^ you "
    "felt|feel|think|want|wanted|wish|love|care|worry|miss|hate|enjoy|like|see|worked|tried|"
    "found|notice|noticed|sound|seem|look|said|say|mentioned|mean|really|just|already|almost|"
    "still|"
    "kind|sort|also|both|never|were|was|had|got|get|put|gave|made|told|took|went|came|used|try|"
    "would|did|do|sometimes|even|thought|believe|value|realize|recognize|understand|hope|guess|"
    "definitely|certainly|clearly|obviously|probably|hear|lost|left|always|often",
    "^ you are "
    "not|so|really|very|pretty|feeling|saying|thinking|worried|afraid|scared|tired|angry|"
    "torn|trying|wanting|hoping|looking|doing|noticing|wondering|kind|sort|just|also|already|a|"
    "in|"
    "on|at|concerned|interested|sure|unsure|ready|able|willing|finding|seeing|getting|being|"
    "dealing|struggling|carrying|telling|frustrated|stuck|sad|lonely|ashamed|someone|the|more|"
    "still|proud|happy|aware|starting|using|working|caring|missing|having|left|quite",
    "^ you have been|had|got|a|some|tried|already|noticed|lost|always|really|thought|made|never|"
    "done|given|come|put|carried|no|these|this|so|two|other|kids|lots",
    "^ part of you",
    "^ a? part of you",
    "^ on the? one|other hand",
    "^ i hear|heard you|that|how|a|what",
    "^ i|me get the feeling|sense|impression",
    "^ what i|you am|are hearing|saying",
    "^ for you",
    "^ from your perspective|point|side",
    "^ there is a|some|part|something|this",
    "^ your "
    "main|biggest|real|whole|family|kids|wife|husband|life|mum|mom|dad|mother|father|friend|"
    "brother|sister",
    "^ let me see|make|check if|sure",
    "^ on top of",
    "^ he|she|they|everyone|everybody|nobody",
};

constexpr std::array kEchoOpenings = {
    "^ it|that sounds|seems|feels|looks like|as|to|you? if|though|me? like?",
    "^ sounds|seems|looks like|as? you?",
    "^ you are|were|have saying|said|telling|feeling|been that? me?",
    "^ i hear|heard you|that saying|say|you?",
    "^ what i|you am|are hearing|saying is that?",
    "^ in other words",
    "^ you said|say|mentioned|feel|felt|mean that?",
    "^ i|it understand|see|gather|take that?",
};

constexpr std::array kAddresses = {
    "^ you _",
};

constexpr std::array kDirectives = {
    "^ you really|just|all|do|still|also|both|definitely|absolutely|probably|simply|always? "
    "should|must|need|ought|better|can|could|may|might|will|know|shall|gotta|would|had|have to|not|"
    "try|go|get|take|talk|see|be|just|better|stop|make|do|keep|that?",
    "^ you are lying to|about|again",
    "^ you are going|likely|being|wrong|selfish|lazy|stupid|weak|ridiculous|irresponsible|an|"
    "supposed|required|expected|welcome",
    "^ you do not want",
    "^ you agreed|promised|better|lie|lied|cannot",
};

}  // namespace

const Patterns& addresses() {
  static const Patterns kList(kAddresses);
  return kList;
}

const Patterns& directives() {
  static const Patterns kList(kDirectives);
  return kList;
}

const Patterns& freedoms() {
  static const Patterns kList(kFreedoms);
  return kList;
}

const Patterns& leaves() {
  static const Patterns kList(kLeaves);
  return kList;
}

const Patterns& wishes() {
  static const Patterns kList(kWishes);
  return kList;
}

const Patterns& joint_steps() {
  static const Patterns kList(kJointSteps);
  return kList;
}

const Patterns& next_steps() {
  static const Patterns kList(kNextSteps);
  return kList;
}

const Patterns& ownings() {
  static const Patterns kList(kOwnings);
  return kList;
}

const Patterns& farewells() {
  static const Patterns kList(kFarewells);
  return kList;
}

const Patterns& partings() {
  static const Patterns kList(kPartings);
  return kList;
}

const Patterns& greetings() {
  static const Patterns kList(kGreetings);
  return kList;
}

const Patterns& invitations() {
  static const Patterns kList(kInvitations);
  return kList;
}

const Patterns& wide_questions() {
  static const Patterns kList(kWide);
  return kList;
}

const Patterns& askings_on() {
  static const Patterns kList(kAskingsOn);
  return kList;
}

const Patterns& honest_answers() {
  static const Patterns kList(kHonestAnswers);
  return kList;
}

const Patterns& reflections() {
  static const Patterns kList(kReflections);
  return kList;
}

const Patterns& echo_openings() {
  static const Patterns kList(kEchoOpenings);
  return kList;
}

}  // namespace attune::language
