#include <string_view>

#include "language/spelling_words.h"

namespace attune::language {
namespace {

// Phrases read as plain ones, after their words were mended; those after "^" only where a sentence
// or a part of it begins. One that stands for itself is kept from a shorter one. Our own list, read
// by no native speaker yet.
constexpr std::string_view kPhrases = R"(
, isn't ?=, isn't it ?|, no ?=, isn't it ?|10th boards=school exams|12th boards=final school exams
2 moths=2 months|3 moths=3 months|4 moths=4 months|6 moths=6 months|^ a go to=i go to
^ a live in=i live in|^ a live with=i live with|^ a look at=i look at|^ a passed my=i passed my
^ a sit=i sit|^ a stay in=i stay in|^ a stay with=i stay with|^ a walk home=i walk home
^ a woke=i woke|^ far do=where do|^ got any=do you have any|^ got anybody=do you have anybody
^ got anyone=do you have anyone|^ he be=he's|^ he been=he's been|^ he have=he has|^ he say=he says
^ he so angry=he's so angry|^ he stay=he keeps|^ he tell me=he tells me
^ how long you=how long have you|^ i afraid=i'm afraid|^ i angry=i'm angry|^ i be=i'm
^ i been=i've been|^ i damn angry=i'm really angry|^ i damn sad=i'm really sad|^ i is=i'm
^ i lonely=i'm lonely|^ i not=i'm not|^ i not can=i can't|^ i not eat=i don't eat
^ i not feel=i don't feel|^ i not have=i don't have|^ i not know=i don't know
^ i not like=i don't like|^ i not see=i don't see|^ i not sleep=i don't sleep
^ i not think=i don't think|^ i not understand=i don't understand|^ i not want=i don't want
^ i really sad=i'm really sad|^ i really scared=i'm really scared
^ i really tired=i'm really tired|^ i sad=i'm sad|^ i scared=i'm scared|^ i seen=i saw
^ i shocked=i was shocked|^ i so angry=i'm so angry|^ i so furious=i'm so furious
^ i so happy=i'm so happy|^ i so sad=i'm so sad|^ i so scared=i'm so scared
^ i so tired=i'm so tired|^ i stunned=i was stunned|^ i tired=i'm tired
^ i very angry=i'm very angry|^ i very happy=i'm very happy|^ i very sad=i'm very sad
^ i very scared=i'm very scared|^ i very stress=i'm very stressed
^ i very stressed=i'm very stressed|^ i very tired=i'm very tired
^ i very worried=i'm very worried|^ i vex=i'm angry|^ i vex bad=i'm so angry
^ i worried=i'm worried|^ it been=it's been|^ it have=it has|^ it hurt me=it hurts me
^ it make me=it makes me|^ me can't=i can't|^ me did=i did|^ me don't=i don't|^ me feel=i feel
^ me have=i have|^ me just=i just|^ me know=i know|^ me no=i don't|^ me think=i think
^ me want=i want|^ me was=i was|^ no cry=don't cry|^ no worry=don't worry|^ she be=she's
^ she been=she's been|^ she have=she has|^ she say=she says|^ she so angry=she's so angry
^ she so sad=she's so sad|^ she stay=she keeps|^ she tell me=she tells me
^ that make me=that makes me|^ they be=they're|^ they been=they've been|^ they stay=they keep
^ this make me=this makes me|^ wanna chat=do you want to chat|^ wanna do=do you want to do
^ wanna go=do you want to go|^ wanna look=do you want to look|^ wanna make=do you want to make
^ wanna start=do you want to start|^ wanna talk=do you want to talk
^ wanna tell=do you want to tell|^ wanna try=do you want to try|^ we be=we're|^ we been=we've been
^ what you gonna=what are you gonna|^ when you last=when did you last
^ when you start=when did you start|^ why you so=why are you so|^ you aight=are you all right
^ you all right=are you all right|^ you alright=are you all right|^ you be=you're
^ you been=you've been|^ you doing alright=are you doing all right
^ you doing ok=are you doing okay|^ you doing okay=are you doing okay|^ you eaten=have you eaten
^ you feeling ok=are you feeling okay|^ you feeling okay=are you feeling okay
^ you good=are you okay|^ you got any=do you have any|^ you got anybody=do you have anybody
^ you got anyone=do you have anyone|^ you not a=you're not a|^ you not alone=you're not alone
^ you not the=you're not the|^ you ok=are you okay|^ you okay=are you okay
^ you really brave=you're really brave|^ you safe=are you safe|^ you seen=have you seen
^ you so brave=you're so brave|^ you so sad=you're so sad|^ you so strong=you're so strong
^ you so tired=you're so tired|^ you still there=are you still there|^ you straight=are you okay
^ you sure=are you sure|^ you very brave=you're very brave|^ you very strong=you're very strong
^ you wanna talk=do you want to talk|^ you want to talk=do you want to talk
^ your good=you're good|a breathe=a breath|a child of god=precious|a cross for=a burden for
a cross to carry=a burden|a fi i=it's my|a fi my=it's my|a fi you=it's your
a grave sin=a terrible wrong|a i=it's i|a lone=alone|a massive w=a big win
a test from god=a hard test|a trial from god=a hard test|a way from=away from
a whole world=precious|a wow you=what do you|a you fi decide=you decide|a you to decide=you decide
a'udhu billah=oh no|about sh=about self harm|absolutely buzzing=absolutely delighted
absolutely cooked=absolutely ruined|absolutely rank=absolutely disgusting|absolved of=forgiven for
add oil=keep going|advise you gave=advice you gave|ain't god good=life is good
ain't got no=haven't got any|ain't got nobody=have nobody|ain't got nothing=have nothing
ain't got to=don't have to|ain't gotta=don't have to|ain't never=have never|ain't no=there's no
ain't no point=there's no point|ain't no way=there's no way|ain't nobody=nobody
ain't nothing=there's nothing|aired me=ignored me|airing me=ignoring me|airs me=ignores me
al alone=all alone|al day=all day|al i=all i|al my=all my|al night=all night|al of=all of
al the=all the|alhamdu lillah=thankfully|all a i=all of my|all a them=all of them
all a you=all of you|all cut up=very sad|all days i=every day i|all persons=all people
all quite=all quiet|all right pet=hello|all the days=every day|all the nights=every night
all tore up=heartbroken|almighty god=god|also can=is fine
also cannot=can't even|also don't have=don't have|also never=didn't even|am cooked=am done for
am feeling=feel|am heated=am furious|am loosing=am losing|am sacred=am scared|am shook=am shocked
am so scare=am so scared|am very worry=am very worried|angering me=making me angry
angry on her=angry with her|angry on him=angry with him|angry on me=angry with me
angry on my=angry with my|angry on them=angry with them|angry until=so angry that i
angry upon=angry with|answer to god=answer for it|answer to god for it=answer for it
any advise=any advice|any body=anybody|any mor=any more|any one=anyone|any thing=anything
any were=anywhere|are ee=are you|are you feel=do you feel|are you felling=are you feeling
are you knowing=do you know
are you meaning=do you mean|are you needing=do you need|are you wanting=do you want
as god leads you=as you see fit|as hello=hello|as the lord leads=as you see fit
as the lord leads you=as you see fit|as the spirit leads=as you see fit
as the spirit leads you=as you see fit|ask also never=didn't even ask
ask also never ask=didn't even ask|asked to me=asked me|at high doh=very anxious
at me wits end=desperate|at my wit's end=desperate|at my wits end=desperate
at my wits' end=desperate|at sixes and sevens=confused|at the end of me tether=desperate
at the end of my tether=desperate|ate up with=full of|audhu billah=oh no|audhubillah min=oh no
away form=away from|awful good=really good|awful hard=really hard|awful lonely=really lonely
awful proud=really proud|awful sad=really sad|awful scared=really scared|awful tired=really tired
awful worried=really worried|ay up=hello|ayin hara=touch wood|ayin hora=touch wood|b / c=because
b'h god=thankfully|bad karma=bad deeds|bad mind=jealousy|bad nerves=anxiety
bag of nerves=so nervous|barak god=bless you|bare angry=very angry|bare it=bear it
bare people=many people|bare sad=very sad|bare stressed=very stressed|bare times=many times
bare tired=very tired|bare to=bear to|bare work=a lot of work
baruch dayan emes=may he rest in peace|baruch dayan ha'emet=may he rest in peace
baruch god=thankfully|be absolved=be forgiven|be real with you=be honest with you
be with jesus=be dead|be with the lord=be dead|bear already=bear it any more
bed rotting=staying in bed|been felling=been feeling|been sat=been sitting|been stood=been standing
before the lord=solemnly
before you have told=earlier you told|being as=because|belting down=pouring
better die=better to die|better then=better than|bidding prayer=mention|big bother=big brother
big mad=very angry|big mood=me too|big up=well done|birth day=birthday|bit sacred=bit scared
black affrontit=ashamed
blanked me=ignored me|blanked you=ignored you|blanking me=ignoring me|blanking you=ignoring you
blanks me=ignores me|blanks you=ignores you|bless you=thank you|bless your heart=you are kind
blessed and highly favored=well|blessed virgin=mother mary|blessings to you=hello
bli ayin hara=touch wood|blood bile=blood boil|board exams=final exams|boards exams=final exams
boruch god=thankfully|both a i=both of my|both a my=both of my|bottled it=was too scared
bottling it=too scared|brake down=break down|brake my heart=break my heart|brake up=breakup
brakes me=breaks me|brakes my heart=breaks my heart|braking down=breaking down
bricking it=so scared|browned off=fed up|bucketing down=pouring|bugger all=nothing
bugger off=go away|bundle of nerves=so nervous|buzzing about=delighted about
by god's grace=thankfully|by know=by now|by the grace of god=thankfully|bye bye=goodbye
cacking myself=so scared|called her home=let her die|called him home=let him die
called them home=let them die|called to god=died|calling her home=letting her die
calling him home=letting him die|can ee=can you|can not=can't
can't already=can't any more|can't bare=can't bear
can't be arsed=can't be bothered|can't bear already=can't bear it any more|can't deal=can't cope
can't do this no more=can't do this any more|can't even hardly=can hardly
can't go on no more=can't go on any more|can't hardly=can hardly|can't more=can't any more
can't nobody=nobody can|can't take it no more=can't take it any more
can't take no more=can't take any more|can't to=can't|cannot bare=can't bear|cannot be=can't be
cannot be arsed=can't be bothered|cannot believe=can't believe|cannot believe it=can't believe it
cannot breathe=can't breathe|cannot cope=can't cope|cannot deal=can't cope|cannot do=can't do
cannot eat=can't eat|cannot even=can't even|cannot even sleep=can't even sleep
cannot find=can't find|cannot get=can't get|cannot go=can't go|cannot handle=can't handle
cannot make it=can't cope|cannot say=can't say|cannot see=can't see|cannot sleep=can't sleep
cannot stop=can't stop|cannot take=can't take|cannot talk=can't talk|cannot tell=can't tell
cannot think=can't think|cannot to=can't|cannot understand=can't understand|cannot walk=can't walk
cannot work=can't work|car note=car payment|carry this cross=carry this burden
catch no=don't understand|catch no ball=don't understand|catch you later=talk to you later
catch you soon=talk to you soon|chas forbid=heaven forbid|chas vesholom=heaven forbid
cheesed off=annoyed|child of god=precious person|christ jesus=god|chucking it down=pouring
clam down=calm down|clean from sh=clean from self harm|cleared off=left|close my yes=close my eyes
co brother=brother in law|commit the suicide=kill myself|could care less=don't care
could have knocked me down=i was so surprised|could not=couldn't|could not to=couldn't
could of=could have|couldn't care less=don't care|couldn't hardly=could hardly
couldn't of=couldn't have|couldn't to=couldn't|cousin brother=cousin|cousin sister=cousin
crapping myself=so scared|crash out=lose it|crashed out=lost it|crashing out=losing it
crazy already=gone crazy|creeped out=disturbed|creeps me out=scares me|cross to bear=burden
cross to carry=burden|cry me eyes out=cry my eyes out|cry until=cried so much that i
crying laughing=laughing so hard|crying ma eyes out=crying my eyes out
crying me eyes out=crying my eyes out|crying me heart out=crying my heart out
crying my eyes out=crying so much|cut up about=sad about|damn all=nothing|damn angry=really angry
damn die=finished|damn disgusting=really disgusting|damn embarrassed=really embarrassed
damn good=really good|damn great=really great|damn happy=really happy|damn hard=really hard
damn lonely=really lonely|damn mad=really mad|damn nervous=really nervous|damn off=go away
damn panic=really panicking|damn proud=really proud|damn sad=really sad|damn scared=really scared
damn shag=really exhausted|damn stress=really stressed|damn tired=really tired
damn upset=really upset|damn worried=really worried|dead angry=really angry
dead ashamed=really ashamed|dead brave=really brave|dead delighted=really delighted
dead easy=really easy|dead embarrassed=really embarrassed|dead excited=really excited
dead funny=really funny|dead good=really good|dead happy=really happy|dead hard=really hard
dead kind=really kind|dead lonely=really lonely|dead made up=really delighted
dead nervous=really nervous|dead nice=really nice|dead proud=really proud|dead sad=really sad
dead scared=really scared|dead tired=really tired|dead upset=really upset
dead worried=really worried|deep breathe=deep breath|deo volente=hopefully|did a runner=left
did ee=did you|did me dirty=treated me badly|did my head in=annoyed me|did one=left
did you dirty=treated you badly|did you told=did you tell|didn't nobody=nobody
die die also=really must
die die must=really must|died laughing=laughed so hard|different then=different than
discuss about=discuss|do ee=do you|do suicide=kill myself|do the needful=do what is needed
do the suicide=kill myself|do you can=can you|do you feel yourself=do you feel
do you fell=do you feel
do you want that i=do you want me to|do you want that we=do you want us to
does ma head in=annoys me|does me head in=annoys me|does my head in=annoys me
does my nut in=makes me angry|does your head in=annoys you|doing ma head in=annoying me
doing me head in=annoying me|doing my head in=annoying me|doing my nut=furious
doing suicide=killing myself|doing your head in=annoying you
don't care about nothing=care about nothing|don't feel nothing=feel nothing|don't hardly=hardly
don't have already=there's none any more|don't have nobody=have nobody
don't have nothing=have nothing|don't know nothing=know nothing
don't need answer=don't have to answer|don't need nobody=need nobody|don't no how=don't know how
don't no if=don't know if|don't no what=don't know what|don't no where=don't know where
don't no who=don't know who|don't no why=don't know why|don't nobody=nobody|don't now=don't know
don't take tension=don't worry|don't trust nobody=trust nobody
don't wanna be here anymore=don't want to be here any more
don't wanna be here no more=don't want to be here any more
don't wanna live no more=don't want to live any more|don't want live=don't want to live
don't want nothing=want nothing|don't want to be here no more=don't want to be here any more
don't want to live no more=don't want to live any more|done a runner=left|done been=been
done me dirty=treated me badly|done one=left|done w life=tired of life
done with everything=tired of everything|dose anyone=does anyone|dose he=does he|dose it=does it
dose she=does she|dose that=does that|dose your=does your|down in the dumps=sad
down in the mouth=sad|down in the mouths=sad|dreading it so bad=dreading it so much
dying laughing=laughing so hard
dying of laughter=laughing so hard|e dey pain me=it hurts me|e don=he has|e don do=it's enough
e pain me=it hurts me
each and every=every
each and every day=every day|each and every one=every one|each and every thing=everything
eat my head=annoy me|eat up with=full of|eaten up with=full of|eating my head=annoying me
eats my head=annoys me|ee are=you are|ee can=you can|ee count=you count|ee don't=you don't
ee feel=you feel|ee have=you have|ee like=you like|ee need=you need|ee think=you think
ee want=you want|end of my rope=end of my strength|end with my life=end my life
end with my own life=end my own life|every body=everybody|every days=every day
every nights=every night|every one=everyone|every one of=every one of
every soul is a whole world=every life is precious|every thing=everything|every were=everywhere
everybody hate me=everybody hates me|exhausted off=left|explain me=explain to me
explain to me little=explain to me a little|explain you=explain to you|ey up=hello
fair angry=really angry|fair delighted=really delighted|fair dos=well done|fair dues=well done
fair exhausted=really exhausted|fair fed up=really fed up|fair play=well done
fair play to you=well done|fair proud=really proud|fair scared=really scared
fair worn out=really tired|far do i=where do i|far do you=where do you|father god=god
feeds my soul=helps me|feeds your soul=helps|feel a way=feel upset|feel blue=feel sad
feel champion=feel great|feel grand=feel fine|feel like die=feel like dying
feel like dyeing=feel like dying|feel me alone=feel alone|feel me bad=feel bad
feel me like=feel like|feel me sad=feel sad|feel me so=feel so|feel me very=feel very
feel mighty=feel great|feel myself alone=feel alone|feel myself bad=feel bad
feel myself guilty=feel guilty|feel myself like=feel like|feel myself lonely=feel lonely
feel myself sad=feel sad|feel myself so=feel so|feel myself useless=feel useless
feel myself very=feel very|feel sacred=feel scared|feel seek=feel sick
feel some kind of way=feel upset|feel some type of way=feel upset|feel yourself alone=feel alone
feel yourself guilty=feel guilty|feeling blue=feeling sad|feeling champion=feeling great
feeling grand=feeling fine|feeling mighty=feeling great|feeling shy=ashamed
feeling some type of way=feeling upset|feeling tension=feeling anxious|fell like=feel like
felling down=feeling down|felling like=feeling like|felling low=feeling low
felling really=feeling really|felling sad=feeling sad|felling so=feeling so|felt a way=felt upset
felt seek=felt sick|few moths=few months|fi goodbye=goodbye|fi i=my|fi them=their|fi you=your
finish my life=end my life|finish with my life=end my life|fit to be tied=furious
fit to burst=so happy|fit to spit=furious|five moths=five months|fixing to=about to
flabbergasted i=so surprised i
fly aeroplane=let me down|fly my kite=let me down|for ee=for you|for moths=for months
for real for real=really|for reals=really|form her=from her|form him=from him|form me=from me
form my=from my
four moths=four months|freaked me out=scared me|freaking me out=scaring me|freaks me out=scares me
frighten bad=very scared
fro a=for a|fro me=for me|fro my=for my|fro the=for the|fro you=for you
from childhood=since childhood|from long time=for a long time|fruit of god=good heart
fruit of my karma=result of my past deeds|fruit of the spirit=good heart
fruit of your karma=result of your own past deeds|full tension=very anxious
funeral funeral=funeral|funeral mass=funeral|furious mad=furious|future is cooked=future is ruined
gassed up=excited|gave it to god=let it go|gave me the creeps=frightened me
gave me the fear=frightened me|gave me the ick=disgusted me|gave me the retch=made me sick
get me out of bed=get out of bed|get sacred=get scared|get so vex=get so angry|get vex=get angry
gets on my nerves=annoys me|getting on my head=annoying me|getting on my nerves=annoying me
ghosted me=ignored me|ghosted you=ignored you|ghosting me=ignoring me|ghosting you=ignoring you
give it to god=let it go|give me me the retch=makes me sick|give me shame=make me ashamed
give me the retch=make me sick|give you the retch=make you sick|gives me disgust=disgusts me
gives me fear=scares me|gives me ick=disgusts me|gives me rage=makes me furious
gives me shame=makes me ashamed|gives me the creeps=frightens me|gives me the fear=frightens me
gives me the heebie jeebies=frightens me|gives me the ick=disgusts me
gives me the retch=makes me sick|gives me the willies=frightens me|giving me tension=stressing me
giving me the ick=disgusting me
giving tension=stressing|glad to here=glad to hear|glory be=goodness|glory be to god=thankfully
glory to god=thankfully|go home to god=die|go to be with the lord=die|go to confession=confess
gobsmacked i=so surprised i|god akbar=god is great|god be with you=take care
god bless you=take care|god don't like ugly=that is wrong|god hafiz=goodbye
god has a plan=it is meant to be|god is good=life is good|god is testing me=life is testing me
god ji=god|god keep you=take care|god love her=poor her|god love him=poor him
god love you=you are kind|god only knows=nobody knows|god rest her=may she rest
god rest her soul=may she rest in peace|god rest him=may he rest
god rest his soul=may he rest in peace|god speed=take care|god took her=she died
god took him=he died|god took me=i died|god took my=i lost my|god willing=hopefully
god would just take me=i would just die|god would take me=i would die|god's plan=meant to be
god's timing=the right time|going crazy already=going crazy|going spare=furious
going through it=having a hard time|going to no=going to not|gone spare=furious
gone to be with the lord=died|gone to glory=died|gone to the angels=died|gonna loose=gonna lose
gonna lose it=going to lose it|good advise=good advice|good luck tov=congratulations
good man yourself=well done|good name=name|good on you=well done
good to here=good to hear|good weekend=have a good weekend|good woman yourself=well done
goodbye now=goodbye|got arrow=got put|got arrowed=got put|got bang=got hit|got betray=got betrayed
got bully=got bullied|got cheat=got cheated|got dump=got dumped|got hit you=hit you
got me heated=made me furious
got me hot=makes me angry|got me messed up=makes me angry|got me tight=made me angry
got mock=got mocked
got or not=do you have|got retrench=got laid off|got retrenched=got laid off|got sack=got sacked
got scold=got told off|got scold you=told you off|got so=is that so|got tell=have told
got think=have thought
got to go now=have to go now|got try=have tried|got vex=got angry|got whack=got hit
got you fam=with you|got your back=with you|gotta bounce=have to go|gotta dip=have to go
grace and peace=hello|gross me out=disgust me|grossed out=disgusted|grosses me out=disgusts me
grossing me out=disgusting me|guilty until=so guilty that i|guru ji=god
gut weekend=have a good weekend|hacked off=annoyed|hai ram=oh no|hail mary=a prayer
hail marys=prayers|happy as a clam=so happy|happy as larry=so happy|happy until=so happy that i
hard launched=showed off|hard launching=showing off|hare krishna=hello|hare ram=oh no
hart broken=heartbroken|has forbid=heaven forbid|has god laid=is weighing|has me driven=drives me
has me heart broke=breaks my heart|has me raging=makes me furious
has my heart broke=breaks my heart|has the lord laid=is weighing|hat her=hate her|hat him=hate him
hat it=hate it|hat my life=hate my life|hat myself=hate myself|hat them=hate them
hat this=hate this|hate my life really=really hate my life|have ee=have you|have fi=have to
have not more hope=have no hope left|have so much tension=am so anxious
having so much tension=so anxious|having tension=worrying|having too much tension=so anxious
he ain't=he isn't|he ain't got=he hasn't got|he does be=he's|he don't=he doesn't
he done left=he left
he dose=he does|he past=he passed|he ram=oh no|head is paining=head hurts|head melted=worn out
heart broke=heartbroken|heart broken=heartbroken|heart in me mouth=so scared
heart in my mouth=so scared|heart is paining=heart hurts|heart mash up=heart is broken
heart pain=my heart hurts
heart very pain=my heart hurts|heavenly father=god|hee haw=nothing|her indoors=my wife
her self=herself|her self -=her self -|her self care=her self care
her self confidence=her self confidence|her self control=her self control
her self doubt=her self doubt|her self esteem=her self esteem|her self harm=her self harm
her self harmed=her self harmed|her self harming=her self harming|her self hatred=her self hatred
her self image=her self image|her self respect=her self respect|her self worth=her self worth
herd from=heard from|herd her=heard her|herd him=heard him|herd that=heard that|herd the=heard the
hey ram=oh no|hey up=hello|high key=really|him self=himself|him self -=him self -
him self care=him self care|him self confidence=him self confidence
him self control=him self control|him self doubt=him self doubt|him self esteem=him self esteem
him self harm=him self harm|him self harmed=him self harmed|him self harming=him self harming
him self hatred=him self hatred|him self image=him self image|him self respect=him self respect
him self worth=him self worth|his ain=his own|hit different=felt different|hit me up=message me
hits different=feels different|hitting different=feeling different
hold you in the light=hold you in my heart|holding you in the light=holding you in my heart
holy spirit=god|home form=home from|hope less=hopeless|hot under the collar=angry
house note=mortgage|how body=how are you|how can like that=how can it be like this|how come=why
how dose=how does|how long you been=how long have you been
how many times you=how many times have you|how to bear=how to bear it
how you been=how have you been|how you call=what do you call|how you coping=how are you coping
how you doing=how are you doing|how you feeling=how are you feeling|how you fell=how you feel
how you getting=how are you getting|how you holding=how are you holding|how you is=how are you
how you keeping=how are you keeping|how you managing=how are you managing
how you sleeping=how are you sleeping|how's about you=how are you|how's it going=how are you
how's the form=how are you|huge respect=respect|huge w=big win|hurt my soul=broke my heart
hurt to myself=hurt myself
hyped about=excited about|hyped for=excited for|i ain't=i'm not|i ain't ate=i haven't eaten
i ain't been=i haven't been|i ain't even=i don't even|i ain't got=i haven't got
i ain't had=i haven't had|i ain't never=i've never|i ain't seen=i haven't seen
i ain't slept=i haven't slept|i ain't told=i haven't told|i am agree=i agree
i am cooked=i'm done for|i am feeling=i feel|i am hating=i hate
i am having a lot of tension=i'm so anxious|i am having lot of tension=i'm so anxious
i am having so much tension=i'm so anxious|i am having tension=i'm worried
i am having too much tension=i'm too stressed|i am knowing=i know|i am loving=i love
i am needing=i need|i am not able=i'm not able|i am not agree=i don't agree
i am not knowing=i don't know|i am not understanding=i don't understand|i am scare=i'm scared
i am so angry on=i'm so angry with|i am stress=i'm stressed|i am very angry on=i'm very angry with
i am wanting=i want|i am worry=i'm worried|i be crying=i cry|i be feeling=i feel
i be like=i'm like|i be thinking=i think|i been knew=i knew|i can't more=i can't any more
i can;t=i can't|i cannot even=i can't believe it|i do be=i'm|i don tire=i'm exhausted
i don't have hope=i have no hope
i don't have more hope=i have no hope left|i don't no=i don't know|i don't now=i don't know
i done been=i've been|i done finally=i finally|i done had=i had|i done lost=i lost
i done made=i've made|i done told=i told|i done tried=i tried|i feel a way=i feel upset
i fell alone=i feel alone|i fell bad=i feel bad|i fell like=i feel like|i fell sad=i feel sad
i frighten=i'm scared
i got you=i'm with you|i gotchu=i'm with you|i hat=i hate|i have a big fear=i'm so afraid
i have a big shame=i'm so ashamed|i have anger=i'm angry|i have big fear=i'm so afraid
i have fear=i'm afraid|i have homesickness=i'm homesick|i have joy=i'm happy
i have much fear=i'm so afraid|i have much sadness=i'm so sad|i have much shame=i'm so ashamed
i have no more hope=i have no hope left|i have not hope=i have no hope|i have sadness=i'm sad
i have shame=i'm ashamed|i have so big fear=i'm so afraid|i have so much anger=i'm so angry
i have so much fear=i'm so afraid|i have so much shame=i'm so ashamed
i have very fear=i'm very afraid|i have very much homesickness=i'm very homesick|i herd=i heard
i new=i knew|i no can=i can't|i no fit=i can't|i no have=i don't have|i no he=i know he
i no i=i know i|i no it=i know it|i no know=i don't know|i no like=i don't like
i no she=i know she|i no sleep=i don't sleep|i no that=i know that|i no they=i know they
i no this=i know this|i no understand=i don't understand|i no want=i don't want
i no you=i know you|i past=i passed|i past my=i passed my|i past the=i passed the
i self hard=i self harmed|i tire=i'm exhausted|i vex=i'm angry|i wan=i want
i'll pray for you=i'll think of you
i'm agree=i agree|i'm buzzing=i'm delighted|i'm cooked=i'm done for|i'm deceased=i'm laughing
i'm dyeing=i'm dying|i'm exited=i'm excited|i'm felling=i'm feeling|i'm gagged=i'm shocked
i'm gassed=i'm excited
)";

}  // namespace

std::string_view phrases_to_i() {
  return kPhrases;
}

}  // namespace attune::language
