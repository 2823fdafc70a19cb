#include "language/risk_moves.h"

namespace attune::language {

const Patterns& veiled_topics() {
  static const Patterns kList{
      "stupid|silly|daft|rash|drastic|dumb",
      "mean|meant it|that|this|literally|alive",
      "joking|kidding|exaggerating",
      "do|try|go it|that|anything|something|in|through|yourself",
      "end|ending it|things",
      "only|just mean",
      "are|feel|be safe|fine|okay|ok|alright",
      "leave|leaving them|her|him|us",
  };
  return kList;
}

const Patterns& suicide_words() {
  static const Patterns kList{
      "suicide|suicidal|unaliving",
      "kill|killing yourself|urself|yersel",
      "end|ending|take|taking|took your|ur|yer own? life",
      "want|wish|wanting|wantin|wishing|wanted|mean|meant to|tae? die|dead|live",
      "you were|are dead",
      "wish yourself dead",
      "off yourself",
      "planning|plan|thinking|thoughts on|of|about dying|death",
      "not|never die|dead|dying",
      "away with yourself",
      "about dying",
      "not alive",
  };
  return kList;
}

const Patterns& death_words() {
  static const Patterns kList{
      "mean|meant|means die|dead|dying|death|suicide",
      "wish|wishing|want|wanting yourself dead",
      "if|that you were|are|was dead|gone",
      "not|be|being|stay|staying alive",
      "suicidal|suicide",
      "kill|killing|harm|harming|hurt|hurting yourself|urself|yersel",
      "not|no to? wake up",
      "ending|end it|all",
      "about dying|death|suicide",
  };
  return kList;
}

const Patterns& denials() {
  static const Patterns kList{
      "you|u|ye|he|she|man|woman|i would|will|do|did|have|are|were|can|could|should|is|had|wouldn "
      "not|never|no",
      "you|u|ye never|only|just",
      "your|ur|you not|never|no",
      "you|u|ye are|feel|will|be|re be? safe|fine|joking|kidding|okay|ok|alright|exaggerating",
      "that|it|this|there|suicide|dying|things "
      "is|was|are|were|has|have|does|do|did|can|could|would|need "
      "only|just|not|never|no|tiredness|nothing",
      "^ no|not|nothing|never|none|only|just",
      "so no|nothing|not|only",
      "not|nothing like|kill|suicidal|that|to|alive|because|about|with|suicide",
      "put|write|tick|note|mark down|a|in * no",
  };
  return kList;
}

const Patterns& assumings() {
  static const Patterns kList{
      "surely|hopefully|presumably|definitely|obviously",
      "of course",
      "tho|though|right right|yeah|no|not",
      "i|we|ah am? just? "
      "assume|hope|trust|presume|guess|guessing|assuming|hoping|suppose|supposing|reckon|bet|sure|"
      "certain|take|imagine|know",
  };
  return kList;
}

const Patterns& tags() {
  static const Patterns kList{
      "is|are|does|do|did|would|will|has|have|had|can|could|was|were not? "
      "he|she|you|u|they|it|that|i|there now?",
      "right|correct|yes|yeah|aye|yh|no|eh|tho|though|then|surely|hope",
  };
  return kList;
}

const Patterns& leaning() {
  static const Patterns kList{
      "you|your|ur|ye|u are|re? not|no|never "
      "going|gonna|thinking|planning|wanting|wantin|suicidal|about",
      "tell|say|reassure|promise|assure me|us? that? this|that|it is|was|has|does "
      "not|never|nothing",
      "tell|say|reassure|promise|assure me|us|please? that|you|u you|u|are|have|will|would|re? "
      "are|have|will|would|were|not|never? not|never|no",
      "^ say you|u|that are|have|will|would|you not|never|are",
      "not tell|say me|that|us you|that",
      "you|u|ye|by|do|did can|could|do|did|does|really not|never|actually "
      "really|actually|for|seriously? mean|intend * "
      "suicide|die|dying|dead|kill|it|that|this|real|literally",
      "you|u|ye|by|do|did can|could|do|did|does|really not|never|actually "
      "really|actually|for|seriously? want * suicide|die|dying|dead",
      "i|ah hope|trust|assume|presume|take|am|guess it|sure|that? you|u|ye "
      "are|have|will|would|do|never|were not|never|had|thought|no|think",
  };
  return kList;
}

const Patterns& death_wishes() {
  static const Patterns kList{
      "!not|never|almost|nearly|was|without|would|could|nobody "
      "kill|killing|hang|hanging|shoot|top|end myself|masel|mysel",
      "want|gonna|to off myself",
      "!not|never|almost|nearly|was|would|could end|ending|take|taking my own? life",
      "!not|never i|ah am? just|really|still|only|often|sometimes? "
      "want|wanna|wish|wished|like|rather|hope|long to? i|ah? be|was|were? die|dead|dying",
      "!not|never i|ah am|feel|have|been|feeling so|very|really|a|bit? suicidal",
      "!not|never committing|commit suicide",
      "better off? dead",
      "do|does not want to live|exist|wake|be here|alive|anymore|up",
      "kms|unalive myself|me",
  };
  return kList;
}

const Patterns& not_death_wishes() {
  static const Patterns kList{
      "never|nor * tried|thought|want|wanted|attempted|planned * "
      "kill|hurt|harm|take|end|die|killing|hurting|anything",
      "would|do|did|am|will|have not|never really|even? want|wanted|going|tried|mean|plan|planned? "
      "to? kill|hurt|harm|take|end|die",
      "never tried|kill|hurt|harm",
      "not|never suicidal",
      "reason for hurting|harming",
  };
  return kList;
}

const Patterns& passive_wishes() {
  static const Patterns kList{
      "!not let it all|just? just? end|stop",
      "it should|could|would|can just end|stop",
      "!why|could|would|did|was|is wish|like|love|rather|want|nice|could to? i? could? just? "
      "not|no be|being anywhere|there|here|around|about|anymore",
      "just not being|be anywhere|there|here",
      "quicker|faster|quieter|easier|better|calmer|simpler|cheaper|lighter|happier without me",
      "do|does not always|really|even? want to be here|alive|anywhere|around",
      "i should|could|might be gone",
      "if i was|were|am not there|here|around|about|anymore|alive",
      "if there was|were not a|any me",
      "mind|harm|care|matter|same if|whether * never|not|it went|rang|wake|woke|gets|got|comes",
      "head|mind goes|going|went to? dark|places|somewhere",
      "dark|darker in my head|mind",
      "scared|afraid|frightened of|by myself|tonight",
      "who would|will|should have|take|feed|want|keep my|the cat|dog|kids|children|bird",
      "not see me|myself in it|there|then|that",
      "not|never get|got|wake|woke up again",
      "thought|think if that is that|it",
      "so|that nobody|no one needs|has|have to search|look|clear|worry|sort",
  };
  return kList;
}

const Patterns& death_hints() {
  static const Patterns kList{
      "hurt|hurting|harm|harming|cut|cutting|burn|burning myself|masel|me",
      "i|ah did? cut|did it? again",
      "not trust myself|masel",
      "ending it|everything",
      "i|ah do|would|can|could|should|did not exist|last",
      "not be missed",
      "better|easier|happier off? for|without? them|everyone|everybody|all|me",
      "everybody|everyone|they be|would|will be? better|easier|happier",
      "takes|take me * in|during my sleep",
      "take|takes me too|instead|away",
      "goodbye to|like|for",
      "gave|giving|give * dog|cat|things|rings * away|to",
      "the thoughts|thought again|are back",
      "there are thoughts",
      "had the thought|thoughts",
      "!not|never see myself at|in|there",
      "if i die|died|disappear|was",
      "no? way|door out of|except|but",
      "wish|want|like to? i? could? press|disappear|vanish|delete|stop everything? existing?",
      "want it|this|everything to? be? over|stop|end|gone",
      "tried it once|before",
      "it all worked out",
      "nobody|no one would notice|miss",
      "can not|cannae do|dae|go this|on anymore|tbh",
      "point in|of anything|going|being|living|life|me",
      "nae|no|the point",
      "might do something|it",
      "at the end of it",
      "be with my wife|husband|mum|mam|mom|dad|son|daughter|again",
      "i|ah hate it here",
  };
  return kList;
}

const Patterns& risk_follow_ups() {
  static const Patterns kList{
      "what|how|where|who|why|which|whose|often|long|since",
      "when is|was|do|does|did|are|it|things|the|will",
      "plan|plans|planned|planning|means|method|hand|near|close|access",
      "tonight|today|lately|yesterday|recently|weekend|morning|evening|week",
      "right|just now",
      "at the moment",
      "stronger|strongest|worse|less|smaller|quieter",
      "keeps|keep|kept|stops|stopped|stop|hold|holds|helps|help",
      "before|tried|attempt|attempted|acted|act|acting|last|first|ever",
      "safe|safety|alone|somebody|someone|anyone|anybody",
      "hour|moment|time|day off|without",
      "come|comes|goes with|when|back",
  };
  return kList;
}

const Patterns& plain_answers() {
  static const Patterns kList{
      "yes|yeah|yep|yup|aye|yea|yess|ja|si|yh",
      "^ ye|ya|loads|lots|plenty|deffo|definitely|totally|kinda",
      "^ no|nah|naw|nope|never|not|nae|none|nothing",
      "not|no me no|suicidal",
      "^ i|ah am|do|have|did|was|would|think|thought|wish|want|will",
      "^ i|ah do|am|would|have|did|could not|never|no",
      "^ it is|has|was|does|did|crossed",
      "^ there are|is|were",
      "^ every|each|all|most|always|constantly|sometimes|often|once|twice|daily",
      "^ you are right|can|know",
      "^ part of me",
      "of course not",
      "i am not|no",
      "i think|thought|wish|want about|of|it|to",
  };
  return kList;
}

const Patterns& guarded_answers() {
  static const Patterns kList{
      "not really|sure|exactly|quite|certain",
      "do not know|sure",
      "dunno|idk|dno|maybe|perhaps|mibbe|whatever|depends|suppose",
      "why do|are|would|did|ask|you you|ask|asking|want",
      "what do|did|does you|that mean",
      "what kind|sort of question",
      "can|could we not|talk|change|please",
      "rather not",
      "not want to talk|say|answer|go",
      "change the subject",
      "does it matter",
      "wish i could|knew|had",
  };
  return kList;
}

}  // namespace attune::language
