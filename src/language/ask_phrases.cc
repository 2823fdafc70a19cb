#include "language/ask_phrases.h"

namespace attune::language {

const Patterns& question_openings() {
  static const Patterns kList{
      "are|r|were|was|have|had|do|did|does|would|could|might|will|can you",
      "are|r|were|was|have|had|do|did|would|could|might|will|can not you",
      "^ you ever|thinking|having|planning|considering|wanting|suicidal|safe|gonna|going",
      "^ you been|feeling having|thinking|planning|wanting|suicidal",
      "is|are|was|were|has|have this|that|it|there|any|some|part|they|things",
      "is|are|was|were|has|have suicide|dying|death|killing|ending|someone|anyone|anybody",
      "does|do|did|would|could it|that|this|part|things|any|your",
      "^ any",
      "^ ever",
      "^ has|have|was|is|did|does",
      "what|who|how|when|where|why|which * you|your",
      "may|can|could|might i|we ask|check",
      "want|need|have|going|like|got|gotta|is to ask|check|know",
      "i am|was? just? wondering|asking|curious",
      "i wonder if|whether",
      "ask|asking|wondering|wonder|know|check|tell if|whether you",
      "just|so? asking|checking",
  };
  return kList;
}

const Patterns& suicide_topics() {
  static const Patterns kList{
      "suicide|suicidal|kms|unalive|unaliving",
      "kill|killing|killed|hang|hanging|shoot|shooting yourself|urself|yourselves",
      "kill|killing|killed your|ur self",
      "end|ending|ended|take|taking|took your|ur own? life",
      "end|ending|ended it all",
      "end|ending it|things|everything",
      "end|ending yourself",
      "want|wanted|wanting|wish|wished|wishing|like|rather|ready|hoping|hope|prefer to? be? "
      "die|dead|"
      "dying",
      "want|wanted|wanting|wish|wished to not be|live|exist|wake here|alive|around|up?",
      "not want|wanted|wanting to live|exist",
      "not want|wanted|wanting to be here|alive|around|there",
      "not want|wanted|wanting to wake|go up|on",
      "not be|being here|alive|around any|anymore|tomorrow",
      "not being here|alive",
      "not be alive",
      "wish|wished|wishing you were|was dead|gone",
      "wish|wished|wishing it|this|that|everything was|were just? all? over",
      "wish|wished|wishing|want|wanted you|to could|just? just|simply? disappear|vanish",
      "think|thinking|thought|thoughts of|about|to hurt|hurting|harm|harming yourself|urself",
      "wish|wished|wishing you were|was not|never here|alive|born|around",
      "better off|if dead|gone",
      "better off without you",
      "thoughts|thought|thinking|think|thinks of|about dying|death|suicide|dieing",
      "thoughts|thought|thinking|think of|about * your|own death",
      "thoughts to die|end",
      "think|thinking|thought|thoughts of|about not being|waking|living here?|alive?|up?|around?",
      "not waking|wake up",
      "never waking|wake up",
      "feel|feeling|felt like dying",
      "do|doing|done away with yourself",
      "life|it is|was not worth living|it",
      "life|is it? worth living",
      "go|going|carry|keep on? living",
      "rather be|not dead|be|exist",
      "disappear|disappearing for good|ever",
      "dark thoughts about dying|death|life|living",
      "death wish",
      "top|topping|offing|off yourself",
      "!where|how|who|which do|would you still|really|even? want to live|exist $",
      "still want to live|exist|be alive|here $",
      "^ dying",
      "mean dying",
  };
  return kList;
}

const Patterns& suicide_of_others() {
  static const Patterns kList{
      "suicide|suicidal",
      "end|ending|ended|take|taking|took their|his|her own? life|lives",
      "kill|killing themselves|himself|herself",
      "not want|wanting to be|live here|alive|anymore?",
      "think|thinking|thoughts of|about dying|death",
      "wish|wishes|want|wants it|everything|things would|was|were|to? all? end|over|stop",
  };
  return kList;
}

const Patterns& refers_back() {
  static const Patterns kList{
      "those|these|such|that kind|sort? of? thoughts|thought|feelings|ideas",
      "thoughts|thought|thinking|feeling|feel|felt|been like|of|about that|this|those|it",
      "is|has|does|did|would that|this|it "
      "true|you|crossed|something|happened|been|come|fit|apply|so",
      "have|do|did|has|are you * that|those|them|it|there|too",
      "for you too?",
  };
  return kList;
}

const Patterns& not_suicide() {
  static const Patterns kList{
      "dying|die|died to know|hear|see|meet|try|find|ask|tell|read",
      "dying|die|died of|from "
      "laughter|laughing|boredom|embarrassment|shame|curiosity|heat|hunger|thirst",
      "die|dying|dead laughing|tired|inside",
      "kill|killing yourself|urself laughing|working|over|with|trying",
      "end|ending it|things|everything with|here|there|between",
      "lost|lose|losing|know|knew|someone|anyone|somebody|anybody|friend * to|by|from|who|with? "
      "suicide",
      "suicide hotline|line|helpline|prevention|squad|bomber|note|rates|awareness|training|drop",
      "social|career|political|commercial suicide",
      "what|who happens|notices if|when * wake|waking up",
      "would die for",
  };
  return kList;
}

const Patterns& safety_topics() {
  static const Patterns kList{
      "you "
      "feel|feeling|be|being|stay|staying|keep|keeping|going|really|actually|all|kept|yourself? * "
      "safe",
      "are|r|you * safe",
      "keep|keeping|stay|staying|be|being yourself? safe",
      "safe tonight|now|today|there|where|here|at|with|right|enough|for|by|from|atm",
      "^ safe",
      "in any|immediate|some|real? danger",
      "at risk",
      "you|there|have|got|had|made|make|is|with a|any|some|specific|an? kind|sort? of? "
      "plan|plans|means|"
      "method|intent|intention",
      "^ any plan|plans|means|intent|intention",
      "plan|plans|method|means to|for|of|in|how|on "
      "do|end|kill|hurt|it|suicide|mind|ending|doing",
      "planned|decided|picked|chosen|thought|figured|worked about|of|out|on? how|when|where|what * "
      "do|it|"
      "would|kill|end|die",
      "any|an idea|ideas how|when|where you would|might|could do it|this|that",
      "act|acting|acted|acts on|upon it|them|that|those|these|this|your|the",
      "go|going|gone|went through with it|that|this",
      "going|gonna|planning|intend|intending|mean|want|likely|close|how to|on|close? do|doing "
      "it|that|"
      "this|anything",
      "close|likely * act|acting|doing|do",
      "hurt|hurting|harm|harming|cut|cutting|burn|burning yourself|urself",
      "self harm|harming|harmed",
      "do|doing|try|trying|done anything|something|anythin "
      "stupid|silly|rash|drastic|dangerous|bad|daft|"
      "crazy|reckless|foolish",
      "have|got|access|at access|pills|weapons|weapon|gun|knife|means|anything|something "
      "to|at|near|in|"
      "with hand|home|you|house|hurt|use|kill|harm|do|pills|weapons",
      "get|getting|make|making|be|last it? through the|to|until? tonight|night|morning|tomorrow",
      "ok|okay|alright|safe|through tonight",
      "with you|u tonight",
      "be|stay|sit|someone|anyone with|near|around you tonight",
      "thought|picked|chosen|found|decided|have|got of|on|about? a|the|any|some way|method to do",
      "thought|thinking|think of|about|on doing * a|the|any|which|what way|time|place|method",
      "tried|try|attempted|attempt|done * before|suicide|kill|end|previously",
      "ever|previously tried|attempted|attempt",
  };
  return kList;
}

const Patterns& not_safety() {
  static const Patterns kList{
      "plan|plans * "
      "weekend|dinner|christmas|holiday|holidays|summer|future|career|work|job|eid|raya|"
      "birthday|party|lunch",
      "plan|plans tonight|2nite|tonite|today|tomorrow|later",
      "plan|plans for|this|next today|tomorrow|week|weekend|month|year|the",
      "plan|plans * evening|evenings|nights|day|days|mornings|routine|week|tea|them",
      "plan|plans around|ahead|b|together|out",
      "plan|planned|planning to stop|quit",
      "plan|plans * emergency|emergencies",
      "could|can|might|should|shall|would you|we|i plan",
      "tried|try|attempted to? "
      "stop|stopping|quit|quitting|talk|talking|ask|asking|tell|telling|write|writing|call|calling|"
      "leave|leaving|rest|resting|say|saying|explain|explaining|sleep|sleeping|drink|drinking|"
      "exercise|therapy|counselling|counseling|medication",
      "tried|try cutting|giving down|back|out|up",
      "safe to say|assume|bet",
      "safe flight|trip|travels|drive|journey|side|bet",
      "at risk of losing|being|redundancy|eviction",
      "tried * before bed|sleep",
      "go|going through with the|that wedding|marriage|move",
  };
  return kList;
}

const Patterns& leading_openings() {
  static const Patterns kList{
      "^ you are|were not|never",
      "^ your|ur|you not|never",
      "^ you would|will|do|did|have|could|should|can not|never",
      "^ you have|are|were|do|would no",
      "^ this|that|it is|was|does not",
      "^ there is|are no|not",
      "^ not thinking|planning|going|feeling|suicidal|gonna|wanting",
      "^ nothing|no|none|not like|stupid|silly|thoughts|plan|plans|anything",
      "^ surely you|this|that|it",
      "^ i am? sure|hope|guess|assume|trust|bet|presume|take|know|think it|that? you",
      "^ please? tell|promise|say|reassure me|to? that? me? you",
      "^ do not tell|say me? that? you",
      "^ is|are not|you that? just|really|only not",
      "^ you do not mean|want|really|actually|seriously",
  };
  return kList;
}

const Patterns& leading_tags() {
  static const Patterns kList{
      "are|r|would|will|do|did|have|were|could|should|is|was|can you|it|that|there|this",
      "right|correct|yeah|yes|ok|okay|no|huh|eh|surely|aye",
      "i|we hope|trust|assume",
  };
  return kList;
}

const Patterns& permissions() {
  static const Patterns kList{
      "would|is|will|be|was it|that be? "
      "ok|okay|alright|fine|cool|helpful|useful|possible|good|right with? "
      "you? if|to|for i|me|we? to? "
      "share|shared|offer|offered|suggest|suggested|give|gave|say|said|tell|"
      "told|mention|mentioned|throw|threw|make|made|put|pass|passed|add|talk|talked|show|explain|"
      "explained|bounce|run|ran",
      "mind if|me i|we|my? "
      "share|shared|sharing|offer|offered|offering|suggest|suggested|suggesting|give|"
      "gave|giving|say|said|saying|tell|told|telling|mention|mentioned|mentioning|make|made|making|"
      "throw|threw",
      "can|could|may|might|shall|should i|we just|maybe|perhaps|also? "
      "share|offer|suggest|give|mention|"
      "throw|make|recommend|propose|tell|add|pass|say|put|run "
      "a|an|one|some|something|what|you|few|two|"
      "my|another|in|this|that|out|thought|it|anything",
      "can|could|may|might i just|maybe|perhaps? share|suggest|offer|recommend|propose",
      "would|do|could you like|want|care|wish|prefer me? to? "
      "hear|try|have|get|know|share|suggest|some|a|"
      "an|offer|tell * "
      "idea|ideas|suggestion|suggestions|thought|thoughts|advice|tip|tips|information|"
      "info|options|option|helped|works|worked",
      "would|do you want|like|care some|an|a|any|my "
      "idea|ideas|suggestion|suggestions|thought|thoughts|"
      "advice|tip|tips|information|info|options",
      "want|like me to suggest|share|tell|offer|explain|give",
      "are|r|be|you open|up|ok|okay|interested|happy|willing|ready to|for|in|with|if * suggestion|"
      "suggestions|idea|ideas|advice|thought|thoughts|tip|tips|information|info|suggest|share|"
      "shared",
      "is|would|was it|that|this|now * ok|okay|alright|good|time to|for|if * idea|suggestion|share|"
      "suggest|advice",
      "if you are|r|want|would|like|feel|open|do|it * i can|could|have|might|would "
      "share|tell|suggest|"
      "offer|an|a|some|one|give",
      "if that|it|this is|would|helps ok|okay|alright|be|fine|with * i|could|can|will|would|may "
      "share|"
      "suggest|offer|tell|mention|give",
      "with your permission",
      "i have|got an|a|one|some|had * idea|ideas|thought|suggestion|suggestions|tip|tips * "
      "if|would|want|"
      "like|wanna|shall|may|can|ok|okay|do * want|like|hear|ok|okay|mind|open|share|it|you|that",
      "^ want|wanna|fancy|care to? hear|know|an|a|some|one|my|any * "
      "idea|ideas|suggestion|suggestions|"
      "thought|helped|works|worked|tip|tips|advice",
      "shall|should i tell|share|suggest|say|give|explain",
      "would a|an|some|any|it * suggestion|suggestions|idea|ideas|advice|information|tip|tips be "
      "help|"
      "helpful|useful|welcome|ok|okay|alright",
      "mind a|some|an suggestion|idea|tip|thought|advice|question?",
  };
  return kList;
}

}  // namespace attune::language
