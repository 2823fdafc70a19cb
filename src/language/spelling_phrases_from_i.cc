#include <string_view>

#include "language/spelling_words.h"

namespace attune::language {
namespace {

// The rest of spelling_phrases_to_i.cc.
constexpr std::string_view kPhrases = R"(
i'm grand=i'm fine|i'm heated=i'm furious|i'm loosing=i'm losing|i'm made up=i'm delighted
i'm praying for you=i'm thinking of you|i'm sacred=i'm scared|i'm sat=i'm sitting
i'm scare=i'm scared
i'm shook=i'm shocked|i'm so angry on=i'm so angry with|i'm so cooked=i'm so done for
i'm so sacred=i'm so scared|i'm so scare=i'm so scared|i'm stood=i'm standing
i'm stress=i'm stressed
i'm tripping=i'm upset|i'm very fear=i'm very afraid|i'm very scare=i'm very scared
i'm were=i'm where|i'm worry=i'm worried|i'm yirtzeh god=hopefully|i've done told=i've told
i've no been=i've not been|i've no eaten=i've not eaten|i've no left=i've not left
i've no slept=i've not slept|i've no told=i've not told|if god wills=hopefully
if god wills it=hopefully|ilayhi raji'un=sorry|in bits=devastated|in flitters=in pieces
in floods=in tears|in god's hands=out of my control|in god's time=in time|in his feels=sad
in it though=isn't it|in laws place=in laws' house|in lillahi=i'm so sorry
in lillahi wa in ilayhi=i'm so sorry|in mortal sin=beyond forgiveness|in my feelings=sad
in my feels=sad|in my prayers=in my thoughts|in shaa god=hopefully|in side=inside
in tension=stressed|in the feels=sad
in the last time=lately|in though god=hopefully|in your prayers=in your thoughts
insha god=hopefully|int it=isn't it|is it ah=is it|is paining=hurts|is quite .=is quiet .
is there isn't it=isn't it|is vex me=makes me angry|is worry me=worries me|it ain't=it isn't
it ain't no=there's no|it al=it all|it cut me=it hurts me|it cut you=it hurts you
it don't=it doesn't|it dose=it does|it is since=since|it scars=it scares
it'll be grand=it'll be fine|it's giving=it feels like|it's grand=it's fine
it's not even funny=so badly
it's rank=it's disgusting|it's roaches=there are roaches|its giving=it feels like|itself only=just
jai mata the=hello|jai shree krishna=hello|jai shri krishna=hello|jai shri ram=hello
jaw is on the floor=so surprised|jaw on the floor=so surprised|jazak god=thank you
jesus would take me=i would die|jia you=keep going|jiayou ah=keep going|just fi=just to
just grand=just wonderful|just sat here=just sitting here|karma catches up=it comes back
keeking myself=so scared
keep it 100=be honest|keep it a buck=be honest|keep it real=be honest
keep passing comments on=comment on|keep quite=keep quiet
keep you in my prayers=keep you in my thoughts|keeping you in prayer=keeping you in my thoughts
knocked for six=shocked|knocked me for six=shocked me|know were=know where|kol hakavod=well done
laid on your heart=weighing on your heart|lashing down=pouring|last rites=last prayers
last time i also=i used to|lay it at his feet=let it go|lay it down before god=let it go
leave it to god=let it go|leave this life=end my life|leaves me on read=ignores me
leaving me on read=ignoring me|left her body=died|left his body=died|left it with god=let it go
left me on delivered=ignored me|left me on read=ignored me|left on delivered=ignored
left on read=ignored|less then=less than|let go and let god=let it go|let god=let go
life is cooked=life is ruined|light bill=electric bill|like a cat on a hot=very nervous
like a dog with two tails=delighted|like a drowned rat=soaked|like that only=just like that
like this only=just like this|like to died=nearly died|like to threw up=nearly threw up
liked to busted=nearly burst
liked to died=nearly died
lillahi wa in=so sorry
literally cooked=literally ruined
literally dead inside=dead inside|literally destroyed=completely devastated
little bother=little brother|little little=little|living for it=loving it
living in my head=stuck in my head|living in my head rent free=stuck in my head
living rent free in my head=stuck in my head|look at god=how about that|loose control=lose control
loose everything=lose everything|loose her=lose her|loose him=lose him|loose it=lose it
loose my=lose my|loose them=lose them|loosing control=losing control
loosing everything=losing everything|loosing her=losing her|loosing him=losing him
loosing it=losing it|loosing my=losing my|loosing the=losing the|lord have mercy=oh no
lord jesus=god|lord knows=nobody knows|lord willing=hopefully|lose face=be ashamed
losing my rag=getting furious|losing the head=getting furious|losing the rag=getting furious
lost my head=got furious|lost my rag=got furious|lost the head=got furious
lost the rag=got furious|love that for me=i'm so happy|love that for you=i'm so happy for you
love this for you=i'm so happy for you|low key=kind of|ma though god=how wonderful
mad as a cut snake=furious|mad as a hornet=furious|mad as a wet hen=furious|mad as hell=furious
mad respect=respect|madder than a wet hen=furious|made in his image=precious|made me day=made my day
made my skin crawl=disgusted me|made my stomach turn=disgusted me|made up about=delighted about
made up with=delighted with|make an end to my life=end my life|make hurt to myself=hurt myself
make me disgust=disgust me|make me know=let me know|make me remember=remind me
make me scare=scare me|make suicide=kill myself|makes me disgust=disgusts me
makes me fear=scares me|makes me remember=reminds me|makes me retch=makes me vomit
makes me scare=scares me|makes me shame=makes me ashamed|makes me stomach turn=disgusts me
makes my skin crawl=disgusts me|makes my stomach turn=disgusts me|making suicide=killing myself
many persons=many people|masha god=how wonderful|massive respect=respect|massive w=big win
may god have mercy on=rest in peace to|me back hurts=my back hurts|me bed=my bed|me belly=my belly
me boss=my boss|me boy=my boy|me brother=my brother|me car=my car|me cat=my cat|me chest=my chest
me clam=me calm|me da=my dad|me dad=my dad|me daughter=my daughter|me dog=my dog|me duck=dear
me ex=my ex|me eyes=my eyes|me family=my family|me flat=my flat|me friends=my friends
me girl=my girl|me gran=my gran|me granny=my granny|me hands=my hands|me heart=my heart
me heart's broke=my heart is broken|me house=my house|me husband=my husband|me job=my job
me kids=my kids|me lad=my boy|me legs=my legs|me life=my life|me ma=my mum|me mate=my friend
me mates=my friends|me mind=my mind|me mum=my mum|me nan=my grandmother|me nerves=my nerves
me old=my old|me own=my own|me self=myself|me sister=my sister|me son=my son|me stomach=my stomach
me the retch=me feel sick|me throat=my throat|me washing=my washing|me wife=my wife|meet god=die
meet my lord=die|meet my maker=die|melting my head=annoying me|melts my head=annoys me
mental health is trash=mental health is bad|mental is bad=mental health is bad|might can=can
might could=could|might loose=might lose|might of=might have|might should=should
mighty altogether=wonderful|mind blown=so surprised|mind how you go=take care
mind yourself now=take care|month's mind=memorial|mood is off=i am sad|mood off=sad
more then=more than|mortal sin=terrible wrong|moths ago=months ago|moths clean=months clean
much to much=much too much|mum dad=my parents|must of=must have|must to=must|my ain=my own
my baby dad=my child's father|my baby mum=my child's mother|my better half=my partner
my boards=my exams|my bother=my brother|my bothers=my brothers|my breathe=my breath
my chest heavy=my heart is heavy|my cross to bear=my burden|my daught=my daughter|my duck=dear
my hart=my heart|my head's away=i'm confused|my head's melted=i'm worn out
my head's wrecked=i'm worn out|my heart is broke=my heart is broken
my heart is paining=my heart hurts|my heart pain=my heart hurts|my heart very pain=my heart hurts
my heart's broke=my heart is broken|my karma=my past deeds|my lovely=dear|my mon=my mom
my mood is off=i am sad|my mun=my mum|my nerves are bad=i'm so anxious
my nerves are shot=i'm so anxious|my nerves bad=i'm so anxious|my nerves is bad=i'm so anxious
my nerves is shot=i'm so anxious
my old lady=my wife|my old man=my father|my savior=god|my saviour=god|my self=myself
my self -=my self -|my self care=my self care|my self confidence=my self confidence
my self control=my self control|my self doubt=my self doubt|my self esteem=my self esteem
my self harm=my self harm|my self harmed=my self harmed|my self harming=my self harming
my self hatred=my self hatred|my self image=my self image|my self respect=my self respect
my self worth=my self worth|my spot=my place|my walk with god=my faith
my walk with the lord=my faith|my yes=my eyes|nary a=not a|near fell over=was so surprised
nearly fell over=was so surprised|nervous wreck=so nervous|never ask=didn't ask
never ask me=didn't ask me|never come=didn't come|never eat=didn't eat|never reply=didn't reply
never reply me=didn't reply to me|never say anything=didn't say anything|never sleep=didn't sleep
never tell any=didn't tell any|never tell anybody=didn't tell anybody
never tell anyone=didn't tell anyone|never tell me=didn't tell me|no alone=not alone|no as=not as
no been=not been|no body=nobody|no cap=honestly|no coping=not coping|no daft=not stupid
no even=not even|no eye see=can't bear to look|no face to see=too ashamed to see|no fit=can't
no going=not going|no got=not got|no had=not had|no her=not her|no him=not him
no hope already=there's no hope any more|no meaning=no point
no meaning already=there's no meaning any more|no mor=no more|no more already=gone now|no na=no
no need to answer=don't have to answer|no point already=there's no point any more
no really=not really|no so=not so|no sure=not sure|no thing=nothing
no use already=there's no use any more|no vex=don't be angry|no wan=don't want
no want to be here=don't want to be here|no want to live=don't want to live|no wantin=not wanting
no wanting=not wanting|no weel=not well|no well=not well|no were=nowhere|nobody care=nobody cares
nobody doesn't=nobody|nobody don't=nobody|nobody love me=nobody loves me
nobody understand me=nobody understands me|nobody want me=nobody wants me|not at al=not at all
not bad what=not bad|not gonna lie=honestly|not really one=not really|not to bad=not too bad
not want live=not want to live|not want to be here no more=not want to be here any more
npc energy=boring|o .=.|of my karma=of my past deeds|of sh=of self harm
of your karma=of your past deeds|off my head=confused|offer it up=bear it quietly
offered it up=bore it quietly|offering it up=bearing it quietly|oh no al=oh no|oh no wa=oh no
oh ram=oh no|older bother=older brother|om shanti=rest in peace
on account of=because of|on cloud nine=so happy|on god=i swear|on my heart=on my mind
on the broo=on benefits|on the bru=on benefits|on the dole=on benefits
on top of the world=so happy|one also can=one is fine|only no=just|other persons=other people
other then=other than|our heavenly father=god|our kid=my brother|our lad=our boy
our lady=mother mary|our lass=my wife|our lord=god|our saviour=god|out of station=away
out side=outside|over the moon=delighted|over their=over there|over this life=tired of life
over whelmed=overwhelmed|ow do=hello|oy gevalt=oh no|oy vay=oh no|oy vey=oh no
paining me=hurting me|pang say=let down|pang sei=let down|papping it=so scared
papping myself=so scared|pass comments=comment|pass comments on=comment on
passed comments=commented|passing comments=commenting|passing comments on=commenting on
past away=passed away|past life karma=past deeds|past out=passed out
peace and quite=peace and quiet|peace be upon you=hello|peace be with you=hello|peace out=goodbye
peed off=annoyed|pelting down=pouring|peoples are=people are|piece of mind=peace of mind
pishing down=pouring|pissed me off=made me angry|pissed off=angry|pissed off at=angry at
pissed off with=angry with|pisses me off=makes me angry|pissing down=pouring
pissing me off=making me angry|please god=hopefully|pleased as punch=delighted
plumb wore out=exhausted
pooping myself=so scared|praise be=thankfully|praise be to god=thankfully|praise god=thankfully
praise the lord=thankfully|pray about it=think about it|pray for me=think of me
pray for you=think of you|pray on it=think about it|prayed about it=thought about it
prayed on it=thought about it|prayer warrior=friend|prayer warriors=friends
praying for me=thinking of me|praying for you=thinking of you|praying on it=thinking about it
proper angry=really angry|proper buzzing=really delighted|proper delighted=really delighted
proper devastated=really devastated|proper furious=really furious|proper lonely=really lonely
proper low=really low|proper nervous=really nervous|proper poorly=really ill
proper proud=really proud|proper sad=really sad|proper scared=really scared
proper tired=really tired|proper worried=really worried|props to you=well done
pure angry=really angry|pure brilliant=really great|pure buzzing=really delighted
pure crying=really crying|pure dead brilliant=really great|pure delighted=really delighted
pure devastated=really devastated|pure done in=really tired|pure fed up=really fed up
pure furious=really furious|pure hate=really hate|pure love=really love|pure magic=really great
pure nervous=really nervous|pure raging=really furious|pure sad=really sad
pure scared=really scared|pure shame=real shame|pure terrified=really terrified
pure tired=really tired|put aeroplane=let me down|put an end to my life=end my life
put end to it=end it|put end to my life=end my life|put it on my heart=made me feel it
put the heart across me=frightened me|put the wind up me=frightened me
puts the heart across me=frightens me|puts the wind up me=frightens me|quite down=quiet down
radhe radhe=hello|ram ram=hello|ranting to=complaining to|rather then=rather than
reached his eternal rest=died|really ah=really|really angering me=really making me angry
really exited=really excited|really no more already=really gone|really pissed=really angry
really really=really|really sacred=really scared|recovery complete=get well soon
relapsed on sh=relapsed on self harm|relapsed with sh=relapsed on self harm|rent free=all day
reply me=reply to me|requiem mass=funeral|returned to god=died|revert back=reply
right angry=really angry|right delighted=really delighted|right furious=really furious
right good=really good|right hard=really hard|right it down=write it down|right know=right now
right lonely=really lonely|right low=really low|right nervous=really nervous
right proud=really proud|right sad=really sad|right scared=really scared|right tired=really tired
right worried=really worried|rock up=turn up|rocked up=turned up|rocks up=turns up
rotting in bed=staying in bed|sad until=so sad that i|safe home=take care
said me=told me|same honestly=me too|same same=the same|sat shiva=mourned|sat sri akaal=hello
sat sri akal=hello|satnam god=god|saw red=was furious|say me=tell me|say mourning prayer=mourn
saying mourning prayer=mourning|says me=tells me|scared half to death=so scared
scared shitless=so scared|scared stiff=so scared
scared to death=so scared|scared until=so scared that i|scared witless=so scared
scars me=scares me|scars the=scares the|scold me=tell me off|scold you=tell you off
scolded me=told me off|scolding me=telling me off|see were=see where|see you later x=goodbye
seeing as=because|seeing red=furious|self hard=self harmed|self harmd=self harmed
sh again=self harm again|sh last=self harm last|sh relapse=self harm relapse
sh scars=self harm scars|sh thoughts=self harm thoughts|sh tonight=self harm tonight
sh urges=self harm urges|shag already=exhausted|she ain't=she isn't|she ain't got=she hasn't got
she does be=she's
she don't=she doesn't|she done left=she left|she dose=she does|she past=she passed
she's no well=she's not well|shitting bricks=so scared|shitting it=so scared
shitting myself=so scared|shook right now=shocked right now|shot through=left
should of=should have|shouldn't of=shouldn't have|shout out to=well done to
side character=less important one|siling it down=pouring|simply crying=just crying
simply sitting=just sitting|since long=for a long time|since long time=for a long time
since many months=for many months|since many years=for many years|since one month=for a month
since one week=for a week|since one year=for a year|since six months=for six months
since three months=for three months|since two months=for two months|since two weeks=for two weeks
sins i=since i|sins my=since my|sins the=since the|sins we=since we|sit shiva=mourn
sitting shiva=mourning|six moths=six months|slowly slowly=slowly|small small=small
so angry me=so angry|so buzzing=so delighted|so cooked=so ruined|so cringe=so embarrassing
so delighted=so excited|so done with=so fed up with|so exited=so excited|so gassed=so excited
so grim=so horrible|so heated=so furious|so hype=so excited|so hyped=so excited|so loney=so lonely
so made up=so delighted|so much tension=so anxious|so over it=fed up with it
so panic=panicking so much|so peak=so bad|so pissed=so angry|so pressed=so upset|so quite=so quiet
so rank=so disgusting|so sacred=so scared|so salty=so bitter|so shag=so exhausted
so shook=so shocked|so stress=so stressed|so tilted=so angry|so vex=so angry|sod all=nothing
sod it=never mind|sod off=go away|sodded off=left|soft launched=showed off
some a them=some of them|some advise=some advice|some body=somebody
some one=someone
some persons=some people|some thing=something|some were=somewhere|sorry to here=sorry to hear
soul is a whole world=life is precious|spill the tea=tell me|spiritual attack=struggle
spiritual warfare=struggling|spitting feathers=furious|spitting nails=furious
spitting tacks=furious|start think=start thinking|started sh=started self harm
state of grace=peace|stations of the cross=prayers|stay clam=stay calm|stay playing=keeps playing
stay quite=stay quiet|stay taking=keeps taking|steady ah=steady|steady bro=well done
stress until=so stressed that i|stressed until=so stressed that i
stunned like vegetable=completely stunned|subhan god=wow|such a w=such a win
suppose to=supposed to|sure one=sure|sweet fa=nothing|take a breathe=take a breath
take me home lord=i want to die|take me the life=take my life|take tension=worry
taking tension=worrying|taking the l=losing|tara a bit=goodbye|tea on=gossip on|tee'd off=annoyed
tell me were=tell me where|tell to me=tell me|thank fully=thankfully|thank the lord=thankfully
thank you good=thank you|thanks be to god=thankfully|thanks ra=goodbye|thanks thanks=goodbye
thanks very much=thanks|that ain't=that isn't|that ain't it=that isn't right
that's grand=that's fine|that's peak=that's bad|that's rank=that's disgusting
the adversary=the dark thoughts|the almighty=god|the blessed mother=mother mary|the bru=benefits
the fruit of the spirit=a good heart|the good lord=god|the good lord took me=i died|the guru=god
the holy ghost=god|the holy spirit=god|the ick=disgust|the jobcentre=the job centre|the lord=god
the lord above=god|the lord only knows=nobody knows|the lord took her=she died
the lord took him=he died|the lord took me=i died|the lord took my=i lost my
the lord would just take me=i would just die|the lord would take me=i would die
the main character=the important one|the man above=god|the man upstairs=god|the morn=tomorrow
the now=now|the persons=the people|the shiva=the mourning week|the tomorrow=tomorrow
their always=they're always|their are=there are|their going=they're going
their gonna=they're gonna|their is=there is|their isn't=there isn't|their not=they're not
their was=there was|their were=there were|their's no=there's no|them ones=those
them selves=themselves|them there=those|then hor=then|there all=they're all
there always=they're always
there going=they're going|there gonna=they're gonna|there my=they're my|there not=they're not
they ain't=they aren't|they al=they all|they boys=those boys|they children=those children
they days=those days|they done took=they took|they girls=those girls|they kids=those kids
they men=those men|they people=those people|they things=those things|they thoughts=those thoughts
they was=they were|they women=those women|they're is=there is
think about the suicide=think about suicide|think in suicide=think about suicide
think of the suicide=think of suicide|think on suicide=think about suicide
think to die=think about dying|think to end=think about ending
think to kill myself=think about killing myself|thinking about the suicide=thinking about suicide
thinking in suicide=thinking about suicide|thinking of the suicide=thinking of suicide
thinking on suicide=thinking about suicide|thinking to die=thinking about dying
thinking to end=thinking about ending|thinking to kill myself=thinking about killing myself
thinking to killing=thinking about killing|this cross=this burden
thoughts on suicide=thoughts of suicide|three moths=three months|throw face=lose face
throwing it down=pouring|ticked off=annoyed|tickled pink=delighted|tickled to death=delighted
tired until=so tired that i|to bare=to bear|to clam=to calm|to day=today|to dee=to do|to ee=to you
to god we belong=may he rest|to goodbye=goodbye|to hard=too hard|to here it=to hear it
to high doh=so anxious
to late=too late|to loose=to lose|to morrow=tomorrow|to much=too much|to sh=to self harm
to suicide myself=to kill myself|told to me=told me|too blessed to be stressed=i'm fine
too much tension=too much stress|too quite=too quiet|too sacred=too scared|took ill=got ill
took no well=got ill|took not well=got ill|took the l=lost|tore up=heartbroken
tore up about=so upset about|torn up=heartbroken
touch grass=go outside|trauma dump=tell you everything|trauma dumping=telling everything
trippin about=upset about|turned my stomach=disgusted me
turns me stomach=disgusts me|turns my stomach=disgusts me|two moths=two months|ugly cried=cried
ugly crying=crying|ugly sobbing=sobbing|under attack from the enemy=struggling
under tension=under stress|until cannot eat=that i can't eat|until cannot sleep=that i can't sleep
until know=until now|up and died=died suddenly|up and quit=quit|up and sold=went and sold
up the walls=very stressed|up to high do=very anxious|up to high doh=very anxious
up to me eyes=very busy|up to my eyes=very busy|up to ninety=very anxious|us ones=we
use to be=used to be|use to cry=used to cry|use to do=used to do|use to enjoy=used to enjoy
use to feel=used to feel|use to get=used to get|use to go=used to go|use to have=used to have
use to like=used to like|use to live=used to live|use to love=used to love
use to sing=used to sing|use to think=used to think|used to could=could|very mad=very angry
very panic=really panicking|very sacred=very scared|very stress=really stressed
very worry about=very worried about|vex me=make me angry|vex with=angry with|w / e=whatever
w / her=with her|w / him=with him|w / it=with it|w / me=with me|w / my=with my|w / o=without
w / out=without|w / the=with the|w / them=with them|w / this=with this|w / you=with you
w / your=with your|w mum=great mum|wa hello=hello|wa in ilayhi=so sorry|^ wah you=wow you
walk with the lord=faith
wanna dye=want to die|wanna dye it=wanna dye it|wanna dye my=wanna dye my|want die=want to die
want die already=want to die|want fi=want to|want not live=don't want to live
want not to live=don't want to live
want suicide myself=want to kill myself|want that he=want him to|want that she=want her to
want that somebody=want somebody to|want that someone=want someone to|want that they=want them to
want that you=want you to|want to die already=want to die|want to dye=want to die
want to dye it=want to dye it|want to dye my=want to dye my|want to dye the=want to dye the
want to not live=don't want to live|want to suicide=want to kill myself
wants to suicide=wants to kill himself|was buzzing=was delighted|was heated=was furious
was sacred=was scared|was sat=was sitting|was stood=was standing|wasn't nobody=nobody was
way to much=way too much
we ain't=we aren't
we al=we all|we was=we were|we're cooked=we're done for|week end=weekend
weekend hello=have a good weekend|weirds me out=disturbs me|well angry=really angry
well delighted=really delighted|well done o=well done|well done you=well done
well gassed=really excited|well happy=really happy|well made up=really delighted
well sad=really sad|well scared=really scared|went home to be with=died to be with
went home to glory=died|went home to god=died|went spare=was furious|went to be with the lord=died
went to confession=confessed|went to glory=died|went to the angels=died|were are=where are
were as=whereas|were can=where can|were did=where did|were do=where do|were does=where does
were have=where have|were is=where is|were it's=where it's|were sat=were sitting
were should=where should
were were=where were|were would=where would|what are you feeling=how do you feel
what dose=what does|what is your opinion=what do you think|what like are=how are
what like is=how is|what like was=how was|what you doing=what are you doing
what you feeling=what are you feeling|what you going=what are you going
what you saying=what are you saying|what you thinking=what are you thinking
what's poppin=how are you|what's the fun=how are you|what's the story=how are you
what's the tea=tell me|where got=there isn't|where got people=nobody
where got time=there is no time|where you at=where are you|where you stay=where do you live
where you stay at=where do you live|who you live with=who do you live with
who you stay with=who do you live with|whole shiva=whole week of mourning
why you never=why did you not|will suicide myself=will kill myself|wind me up=annoy me
winding me up=annoying me|winds me up=annoys me|with calm=calmly|with ee=with you
with god's grace=hopefully|with god's help=hopefully|with help from god=hopefully|with out=without
with the help of god=hopefully|with the lord now=dead now|wits end=desperate
won't god do it=how about that|won't he do it=how about that|won't nobody=nobody will
wore slap out=exhausted
worried half to death=so worried|worried sick=so worried|worried to death=so worried
worse then=worse than|worth less=worthless|would ee=would you|would of=would have
would you believe=i can't believe|would you credit=i can't believe
would you like that i=would you like me to|would you like that we=would you like us to
wouldn't of=wouldn't have|wow you=what do you|wrecking my head=annoying me
wrecks my head=annoys me|wright it=write it|wright to=write to|yasher koach=well done
yishar koach=well done|you ain't=you're not|you ain't got=you haven't got
you ain't got to=you don't have to|you ain't gotta=you don't have to|you are feeling=you feel
you could have knocked me=i was so surprised|you do be=you're|you done told=have you told
you fell like=you feel like|you got feel=do you feel|you got tell=have you told
you got think=have you thought|you got try=have you tried|you herd=you heard
you now what=you know what|you ok or not=are you okay|you okay or not=are you okay|you ones=you
you safe or not=are you safe|you slayed=you did so well|you wanna tell me=do you want to tell me
you want that we=do you want us to|you want to talk or not=do you want to talk|you was=you were
you're grand=you're fine|you's ones=you|you've no been=you've not been|your ain=your own
your bother=your brother
your breathe=your breath|your good name=your name|your karma=your past deeds|your self=yourself
your self -=your self -|your self care=your self care|your self confidence=your self confidence
your self control=your self control|your self doubt=your self doubt
your self esteem=your self esteem|your self harm=your self harm|your self harmed=your self harmed
your self harming=your self harming|your self hatred=your self hatred
your self image=your self image|your self respect=your self respect
your self worth=your self worth|your welcome=you're welcome
)";

}  // namespace

std::string_view phrases_from_i() {
  return kPhrases;
}

}  // namespace attune::language
