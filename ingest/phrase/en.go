package phrase

import (
	"bytes"

	"tollbook/casualty"
)

// english holds the words of English.
var english = &language{
	code: "en", adverb: "ly",
	fold:  foldLatin,
	shape: shapeEnglish,
	short: "mr mrs ms dr gen col lt capt maj sgt st jan feb mar apr jun jul aug sept sep oct nov dec no vs approx rev hon prof gov sen rep etc jr",
	rows: slicesOf(
		numbersEnglish, hedgesEnglish, peopleEnglish, thingsEnglish, harmsEnglish, grammarEnglish, contextEnglish,
	),
}

func slicesOf(tables ...[]row) []row {
	var all []row
	for _, t := range tables {
		all = append(all, t...)
	}
	return all
}

// shapeEnglish tells a plural and a verb form by their endings.
func shapeEnglish(key []byte) (plural, verbal bool) {
	plural = len(key) > 3 && bytes.HasSuffix(key, []byte("s")) && !bytes.HasSuffix(key, []byte("ss"))
	verbal = len(key) > 4 && (bytes.HasSuffix(key, []byte("ed")) || bytes.HasSuffix(key, []byte("ing")))
	return plural, verbal
}

var numbersEnglish = []row{
	{tag{does: number, n: 1}, "one | a single"}, {tag{does: number, n: 2}, "two"}, {tag{does: number, n: 3}, "three"},
	{tag{does: number, n: 4}, "four"}, {tag{does: number, n: 5}, "five"}, {tag{does: number, n: 6}, "six | half a dozen"},
	{tag{does: number, n: 7}, "seven"}, {tag{does: number, n: 8}, "eight"}, {tag{does: number, n: 9}, "nine"},
	{tag{does: number, n: 10}, "ten"}, {tag{does: number, n: 11}, "eleven"}, {tag{does: number, n: 12}, "twelve"},
	{tag{does: number, n: 13}, "thirteen"}, {tag{does: number, n: 14}, "fourteen"}, {tag{does: number, n: 15}, "fifteen"},
	{tag{does: number, n: 16}, "sixteen"}, {tag{does: number, n: 17}, "seventeen"}, {tag{does: number, n: 18}, "eighteen"},
	{tag{does: number, n: 19}, "nineteen"}, {tag{does: number, n: 20}, "twenty"}, {tag{does: number, n: 30}, "thirty"},
	{tag{does: number, n: 40}, "forty | fourty"}, {tag{does: number, n: 50}, "fifty"}, {tag{does: number, n: 60}, "sixty"},
	{tag{does: number, n: 70}, "seventy"}, {tag{does: number, n: 80}, "eighty"}, {tag{does: number, n: 90}, "ninety"},
	{tag{does: times, n: 12, word: "dozen"}, "dozen"}, {tag{does: times, n: 100, word: "hundred"}, "hundred"},
	{tag{does: times, n: 1000, word: "thousand"}, "thousand"}, {tag{does: times, n: 1_000_000, word: "million"}, "million"},
	{tag{does: times, n: 20, word: "score"}, "score"},
	{tag{does: vague, word: "dozens"}, "dozens"}, {tag{does: vague, word: "tens"}, "tens"}, {tag{does: vague, word: "scores"}, "scores"},
	{tag{does: vague, word: "hundreds"}, "hundreds"}, {tag{does: vague, word: "thousands"}, "thousands"},
	{tag{does: vague, word: "several"}, "several"}, {tag{does: vague, word: "a number of"}, "a number of | numerous | multiple | a handful of"},
	{tag{does: vague, word: "few"}, "a few | few"}, {tag{does: vague, word: "many"}, "many | a large number of | large numbers of | countless | a lot of"},
	{tag{does: vague, word: unknownNumber}, "an {unknown,unspecified,undisclosed,undetermined,uncertain} number of"},
	{tag{does: vague, word: "some"}, "some"},
}

var hedgesEnglish = []row{
	{tag{does: before | after, hedge: casualty.AtLeastN}, "at least | at the least | at the very least"},
	{tag{does: before, hedge: casualty.AtLeastN}, "no fewer than | not fewer than | no less than | not less than | a minimum of | upwards of | upward of"},
	{tag{does: before, hedge: casualty.MoreThan}, "more than | over | above | in excess of | well over | well more than"},
	{tag{does: before, hedge: casualty.UpTo}, "up to | as many as | at most | no more than | not more than | a maximum of"},
	{tag{does: before, hedge: casualty.UpTo, word: fewer}, "fewer than | less than | under"},
	{tag{does: before, hedge: casualty.About}, "about | around | approximately | roughly | nearly | almost | close to | some | an estimated | estimated | approx | circa"},
	{tag{does: before, hedge: casualty.Exact}, "a total of | just | only | exactly | a further | an additional | a combined total of"},
	{tag{does: after, hedge: casualty.AtLeastN}, "or more | or above"},
	{tag{does: after, hedge: casualty.About}, "or so"},
	{tag{does: between}, "between | {ranged,ranges,range,ranging,anywhere,vary,varied,varies,varying} {from,between}"},
	{tag{does: joins | and}, "or | to"},
	{tag{does: modal}, "to | {charged with,accused of,convicted of,guilty of,suspected of} {,the}"},
	{tag{does: modal}, "could | would | will | may | might | can | should | would be | expected to | likely to | risk | risked"},
	{tag{does: compared}, "above | below | higher | lower | fewer than | less than | more than | short of"},
}

var peopleEnglish = []row{
	{tag{does: person | other}, "others"},
	{tag{does: person}, "cadets | recruits | reservists | guardsmen | sentries | rangers | crewmen | mercenaries | youths | youngsters | grandchildren | schoolmates | clerks | cleaners | cashiers | waiters | vendors | street vendors | stallholders | shopkeepers | butchers | boatmen | porters | guides | climbers | skiers | hikers | holidaymakers | churchgoers | revellers | partygoers | concertgoers | captives | convicts | ministers | mayors | councillors | candidates | lawmakers | leaders | chiefs | peasants | nomads | herdsmen | pastoralists | townspeople | townsfolk | islanders | campers | evacuees | electricians | linemen | {energy,power,railway,port,utility,municipal,mine,construction,factory,oil,farm,plantation,election,health ministry,gas,state,hotel} workers | {truck,taxi,bus,lorry,tractor} drivers | motorcyclists | riders | bikers | occupants | infidels | compatriots | countrymen | hospital staff | mosque-goers | people | persons | individuals | residents | villagers | inhabitants | locals | citizens | nationals | relatives | family members | members | neighbours | neighbors | worshippers | pilgrims | passengers | patients | bystanders | onlookers | protesters | demonstrators | protestors | mourners | shoppers | workers | employees | staff | staffers | labourers | laborers | miners | farmers | fishermen | herders | shepherds | drivers | crew | crew members | sailors | tourists | visitors | guests | students | migrants | refugees | asylum seekers | prisoners | detainees | inmates | hostages | survivors | adults | others | parents | siblings | cousins | spouses | couples | guards | security guards | officials | politicians | contractors | traders | merchants | customers | refugees | displaced people | passers-by | returnees | homeowners | beneficiaries | volunteers | activists | deminers | scavengers | loved ones | foreigners | attendees | fans | spectators | congregants | souls | humans | human beings | lawyers | judges | clerics | imams | priests | monks | nuns | elders | tribesmen | hunters | engineers | technicians | cooks | canteen workers | mechanics | travellers | travelers | commuters | motorists | cyclists | pedestrians | builders | aides | bodyguards | suspects | assailants | attackers"},
	{tag{does: person, pop: casualty.Civilians}, "civilians | noncombatants | non-combatants"},
	{tag{does: person | single, pop: casualty.Civilians}, "civilian"},
	{tag{does: person | single}, "cadet | recruit | reservist | guardsman | sentry | ranger | youth | youngster | grandchild | clerk | cleaner | cashier | waiter | vendor | street vendor | shopkeeper | butcher | porter | guide | climber | hiker | captive | convict | candidate | lawmaker | councillor | leader | chief | peasant | nomad | herdsman | pastoralist | electrician | lineman | {energy,power,railway,port,utility,municipal,mine,construction,factory,oil,farm,election} worker | {truck,taxi,bus,lorry,tractor} driver | motorcyclist | rider | biker | person | individual | resident | villager | relative | member | neighbour | neighbor | worshipper | pilgrim | passenger | patient | bystander | protester | demonstrator | worker | employee | staffer | staff member | labourer | laborer | miner | farmer | fisherman | herder | shepherd | driver | crew member | crewman | sailor | tourist | visitor | student | migrant | refugee | prisoner | detainee | inmate | hostage | survivor | adult | guard | security guard | official | politician | contractor | trader | customer | volunteer | activist | foreigner | lawyer | judge | cleric | imam | priest | monk | nun | hunter | engineer | technician | mechanic | pedestrian | cyclist | motorist | national | citizen | retiree | pensioner | passer-by | tribesman | elder"},
	{tag{does: person | single, word: pointing}, "person | individual | victim | bomber | attacker | assailant | shooter | suspect | official | member | survivor | resident | national"},
	{tag{does: person | pair}, "couple"},
	{tag{does: vague, word: "several"}, "a couple of"},
	{tag{does: person, group: casualty.Women}, "women | females | mothers | daughters | sisters | wives | grandmothers | pregnant women | widows | aunts | nieces"},
	{tag{does: person | single, group: casualty.Women}, "mother of {two,three,four,five,six,seven,eight} | woman | female | mother | daughter | sister | wife | grandmother | pregnant woman | aunt | niece | widow"},
	{tag{does: person, group: casualty.Men}, "men | males | fathers | brothers | husbands | grandfathers | uncles | nephews"},
	{tag{does: person, group: casualty.Men}, "sons"},
	{tag{does: person | single, group: casualty.Men}, "father of {two,three,four,five,six,seven,eight} | man | male | father | brother | husband | grandfather | uncle | nephew | son"},
	{tag{does: person, group: casualty.Girls}, "girls | schoolgirls | teenage girls"},
	{tag{does: person | single, group: casualty.Girls}, "girl | schoolgirl | teenage girl"},
	{tag{does: person, group: casualty.Boys}, "boys | schoolboys | teenage boys"},
	{tag{does: person | single, group: casualty.Boys}, "boy | schoolboy | teenage boy"},
	{tag{does: person, group: casualty.Children}, "children | kids | minors | infants | babies | toddlers | newborns | schoolchildren | teenagers | pupils | adolescents | juveniles"},
	{tag{does: person | single, group: casualty.Children}, "child | kid | minor | infant | baby | toddler | newborn | teenager | pupil | schoolchild"},
	{tag{does: person, group: casualty.Elderly}, "elderly people | elderly | old people | older people | pensioners | seniors | elderly men and women"},
	{tag{does: person, group: casualty.Journalists}, "journalists | reporters | media workers | cameramen | photojournalists | correspondents | photographers"},
	{tag{does: person | single, group: casualty.Journalists}, "journalist | reporter | media worker | cameraman | photojournalist | correspondent | photographer"},
	{tag{does: person, group: casualty.AidWorkers}, "aid workers | humanitarian workers | relief workers | humanitarians | {UN,UNICEF,UNRWA,WFP,NGO} {staff,employees,workers,staffers} | charity workers"},
	{tag{does: person | single, group: casualty.AidWorkers}, "aid worker | humanitarian worker | relief worker | {UN,UNICEF,UNRWA,WFP,NGO} {employee,worker,staffer,staff member} | {UNICEF,IOM,UNRWA,WFP,UN} contractor | charity worker"},
	{tag{does: person, group: casualty.HealthWorkers}, "health workers | medics | paramedics | doctors | nurses | medical staff | medical workers | healthcare workers | health care workers | ambulance workers | surgeons | physicians"},
	{tag{does: person | single, group: casualty.HealthWorkers}, "health worker | medic | paramedic | doctor | nurse | medical worker | healthcare worker | ambulance worker | surgeon | physician"},
	{tag{does: person, group: casualty.Educators}, "teachers | professors | lecturers"},
	{tag{does: person | single, group: casualty.Educators}, "teacher | professor | lecturer | headteacher"},
	{tag{does: person, group: casualty.Police}, "police officers | policemen | police | policewomen | cops"},
	{tag{does: person}, "officers"}, {tag{does: person | single}, "officer"},
	{tag{does: person | single, group: casualty.Police}, "police officer | policeman | policewoman"},
	{tag{does: person, group: casualty.Soldiers, pop: casualty.Combatants}, "soldiers | troops | servicemen | service members | army officers | conscripts | marines | paratroopers | military personnel"},
	{tag{does: person | single, group: casualty.Soldiers, pop: casualty.Combatants}, "captain | colonel | lieutenant | sergeant | corporal | pilot | commander | army major | soldier | serviceman | service member | army officer | conscript | marine | paratrooper"},
	{tag{does: person, pop: casualty.Combatants}, "fighters | militants | insurgents | rebels | militiamen | gunmen | combatants | jihadists | terrorists | guerrillas | extremists | bandits | warriors | loyalists"},
	{tag{does: person | single, pop: casualty.Combatants}, "fighter | militant | insurgent | rebel | militiaman | gunman | combatant | jihadist | terrorist | guerrilla | bandit"},
	{tag{does: person}, "security personnel | personnel | security forces | peacekeepers | rescuers | rescue workers | emergency workers | firefighters | first responders | emergency responders"},
	{tag{does: person | single}, "peacekeeper | rescuer | rescue worker | emergency worker | firefighter | first responder | security officer"},
	{tag{does: person}, "Palestinians | Israelis | Ukrainians | Russians | Syrians | Iraqis | Yemenis | Afghans | Pakistanis | Turks | Kurds | Lebanese | Egyptians | Somalis | Ethiopians | Indians | Chinese | Americans | Britons | Germans"},
	{tag{does: other}, "more | other | additional | further | fellow"},
	{tag{does: person | harmful | harmed, harm: casualty.Killed}, "martyrs | fatalities | corpses | fatal casualties"},
	{tag{does: person | single | harmful | harmed, harm: casualty.Killed}, "martyr | fatality | corpse"},
	{tag{does: person}, "colleagues | comrades | friends | classmates | neighbors | babysitters | editors | bloggers | authors | scholars | academics | dancers | musicians | players | athletes | footballers | coaches | officers of the court | prosecutors | diplomats | envoys | negotiators | mediators | observers | inspectors | monitors | surveyors | firemen | firefighters | rescuers | rescue workers | first responders | search and rescue workers | paramilitaries | caretakers | housewives | orphans | heads of household | IDPs | internally displaced persons | internally displaced people | internally displaced | asylum-seekers | deportees | expatriates | immigrants | stowaways | smugglers | traffickers | dealers | gang members | gangsters | poachers | robbers | looters | rioters | thieves | kidnappers | abductees | followers | supporters | party members | party workers | campaigners | unionists | strikers | conscientious objectors | preachers | pastors | bishops | deacons | seminarians | catechists | congregation members | believers | devotees | celebrants | wedding guests | passersby | diners | revelers | patrons | swimmers | divers | surfers | boaters | seamen | seafarers | crew members | pilots | stewards | conductors | train drivers | machinists | welders | carpenters | plumbers | bakers | tailors | barbers | fishers | growers | harvesters | gatherers | woodcutters | loggers | gold miners | panners | prospectors | quarry workers | day labourers | day laborers | seasonal workers | migrant workers | garment workers | sanitation workers | road workers | railway workers | dockers | dock workers | drivers and passengers | commuters | voters | poll workers | polling staff | census workers | vaccinators | polio workers | police recruits"},
	{tag{does: person | single}, "colleague | comrade | friend | classmate | editor | blogger | author | scholar | academic | musician | player | athlete | footballer | coach | prosecutor | diplomat | envoy | negotiator | observer | inspector | monitor | surveyor | fireman | firefighter | rescuer | rescue worker | first responder | caretaker | housewife | orphan | smuggler | trafficker | dealer | gang member | gangster | poacher | robber | looter | rioter | thief | follower | supporter | party member | campaigner | striker | preacher | pastor | bishop | deacon | seminarian | believer | devotee | diner | patron | swimmer | diver | seaman | steward | conductor | train driver | machinist | welder | carpenter | plumber | baker | tailor | barber | fisher | woodcutter | logger | gold miner | day labourer | day laborer | seasonal worker | migrant worker | sanitation worker | road worker | railway worker | dock worker | voter | poll worker | vaccinator | polio worker | villager | interpreter | translator | fixer"},
	{tag{does: person, group: casualty.AidWorkers}, "peacebuilders | Red Cross {workers,volunteers,staff} | Red Crescent {workers,volunteers,staff} | humanitarian staff | humanitarian personnel | aid staff"},
	{tag{does: person | single, group: casualty.AidWorkers}, "Red Cross {worker,volunteer} | Red Crescent {worker,volunteer}"},
	{tag{does: person, group: casualty.HealthWorkers}, "medical personnel | health personnel | health staff | midwives | pharmacists | dentists | ambulance drivers | vaccinators | medical students"},
	{tag{does: person | single, group: casualty.HealthWorkers}, "midwife | pharmacist | dentist | ambulance driver"},
	{tag{does: person}, "assistants | deputies | village chiefs | village heads | village elders | escorts | partners | housemates | roommates | flatmates | co-workers | coworkers | in-laws | grandparents | stepchildren | triplets | twins | dependants | dependents | household members | kinsmen | clan members | chieftains | warlords | officers and men"},
	{tag{does: person | single}, "assistant | deputy | village chief | village head | village elder | escort | partner | boyfriend | girlfriend | fiance | co-worker | coworker | chieftain | warlord | local official | elderly person | unidentified person"},
}

var thingsEnglish = []row{
	{tag{does: thing}, "{year,month,week,day,hour,minute,second,decade}{,s} | years old | year old | {kilometer,kilometre,mile,meter,metre,yard,foot,inche,acre,hectare,ton,tonne,kilogram,pound,liter,litre,gallon,barrel}{,s} | km | kms | kg | m | mm | cm | feet | inches | percent | per cent | {dollar,euro,pound,ruble,rouble,hryvnia,shekel,rupee}{,s} | a m | p m | am | pm | o clock | gmt | degrees"},
	{tag{does: thing}, "{drone,missile,rocket,shell,bomb,bullet,mine,landmine,munition,projectile,warhead,grenade,mortar,UAV,explosive,round,shot,explosion,blast,device,strike,attack,airstrike,raid,clash,incident,target,sortie,launch,hit}{,s,es} | air strikes | air strike | attacks | fires | {house,home,building,apartment,flat,school,hospital,clinic,church,mosque,shop,store,market,factory,warehouse,structure,tent,shelter,floor,storey,story,bridge,road,street,village,town,district,region,province,country,site,facility,site,location,place,point,area,settlement,station,checkpoint,base,camp,room}{,s} | cities | city | factories | facilities | countries | territories | churches | stories | storeys | communities | households | properties"},
	{tag{does: thing}, "{vehicle,car,truck,bus,buse,motorcycle,motorbike,bike,boat,ship,vessel,plane,aircraft,helicopter,jet,train,tank,ambulance,minibus,minibuse,van,tanker,tractor,trolleybus,tram,taxi,carriage,engine,lorr,convoy}{,s,ies} | patrol cars | armoured vehicles | planes"},
	{tag{does: thing}, "{donkey,cow,goat,horse,camel,dog,cat,animal,pig,chicken,bird,livestock,mule,sheep,cattle,buffalo,bull,ox,calf,lamb}{,s,es} | oxen | calves | heads of cattle | head of cattle"},
	{tag{does: thing, word: cases}, "case{,s}"},
	{tag{does: thing}, "{time,report,video,photo,question,reason,part,hundredth,third,quarter,half,phase,version,statement,charge,count,vote,seat,point,goal,group,unit,team,brigade,division,battalion,side,service,mission,operation,crew member seat,package,bag,round,test,sample,sanction,meeting,call,hostage deal,agreement,law,article,resolution,project,program,programme,company,firm,organization,organisation,agency,party,group,nation,state,government,bed,kit,item,piece,document,passport,phone}{,s} | companies | agencies | parties | families | family"},
}

var harmsEnglish = []row{
	{tag{does: harmful | active, harm: casualty.Killed, word: ofLives}, "claimed | claims | claiming | took | takes | taking | cost | costs | costing"},
	{tag{does: thing, word: ofLives}, "lives"},
	{tag{does: harmful | active | passive, harm: casualty.Killed}, "fatally {shot,wounded,stabbed,injured,struck,hit} | slaughtered | lynched | hanged | stoned to death | trampled to death | suffocated | electrocuted | cut down | mown down | put to death | killed | slain | massacred | murdered | executed | assassinated | beheaded | martyred | gunned down | shot dead | shot and killed | neutralised | neutralized | stabbed to death | beaten to death | burned to death | burnt to death | hacked to death | crushed to death | shot to death"},
	{tag{does: harmful | active, harm: casualty.Killed}, "killing | kills | kill | claimed the lives of | claims the lives of | took the lives of | taking the lives of | cost the lives of | claiming the lives of | {ending,ended,end} the lives of | murdering | executing | massacring | slaying"},
	{tag{does: harmful | passive, harm: casualty.Killed}, "{did not,didn t,failed to,could not} survive | could not be saved | passed away | bled to death | starved to death | froze to death | burned alive | burnt alive | buried alive | asphyxiated | beyond saving | fell dead | lay dead | was dead | were dead | shot dead | now dead | died | dies | die | dying | perished | {lost,lose,losing} {their,his,her} {life,lives} | succumbed | burned alive | drowned | were confirmed dead | pronounced dead | found dead | feared dead | presumed dead | declared dead | confirmed dead | dead | lifeless"},
	{tag{does: whole, harm: casualty.Killed, n: 1}, "killed {himself,herself} | took {his,her} own life | shot {himself,herself} dead"},
	{tag{does: harmful | event, harm: casualty.Killed}, "deaths | death | killings | murder | murders | loss of life"},
	{tag{does: harmful | harmed | person | single, harm: casualty.Killed}, "body | dead body | lifeless body"},
	{tag{does: harmful | harmed, harm: casualty.Killed}, "bodies | dead bodies"},
	{tag{does: harmful | active | passive, harm: casualty.Injured}, "injured | wounded | hurt | maimed | hospitalised | hospitalized | shot and {wounded,injured} | stabbed and {wounded,injured} | burned | burnt | concussed | scalded | poisoned | crippled | harmed | hit by {shrapnel,bullets,a bullet,splinters,debris} | struck by {shrapnel,bullets,a bullet,splinters,debris}"},
	{tag{does: harmful | passive, harm: casualty.Injured}, "in {,a} {moderate,stable,satisfactory,light} condition"},
	{tag{does: harmful | active, harm: casualty.Injured}, "treated | injuring | wounding | injures | wounds | wound | injure | hurting | maiming | hurts"},
	{tag{does: harmful | passive, harm: casualty.Injured}, "{sustained,suffered,received,got,with,suffering,sustaining,receiving,have,had,has} {,gunshot,shrapnel,minor,various,light,multiple,blast,head,moderate,non-life-threatening,bullet} {injuries,wounds,burns,injury,concussion,concussions} | {taken,brought,rushed,sent,transported,admitted,evacuated,moved,transferred} to {,a,the,local,nearby,the local,a local,a nearby,the nearest} {hospital,hospitals,clinic} | being treated | been treated | treated for {injuries,wounds} | receiving treatment | in {hospital,hospitals} | in a hospital | under treatment | {suffered,suffering,for,from,with} smoke inhalation | received medical treatment | {needed,need,needing,required,requiring,sought,seeking,received,getting,got,given} {,urgent,emergency} {medical,hospital} {treatment,attention,care,help,aid,assistance} | {needed,need,required,given} {treatment,first aid} | {went,gone,go} to {,the} hospital | {ended up,landed} in hospital | in {the,local,nearby} {hospital,hospitals} | lost {a,an,his,her} {leg,arm,eye,hand,foot} | were treated | was treated"},
	{tag{does: harmful | passive | serious, harm: casualty.Injured}, "{sustained,suffered,received,with,suffering,left with} {serious,severe,critical,grave,life-threatening} {injuries,wounds,burns} | in {,a} {serious,critical,grave,severe,life-threatening} {condition,state} | in {,a} serious or very serious {state,condition} | in intensive care | on life support | fighting for {his,her,their} {life,lives}"},
	{tag{does: harmful | event, harm: casualty.Injured}, "injuries | injury | woundings"},
	{tag{does: harmful | event, harm: casualty.Casualties}, "casualties"},
	{tag{does: person | victim, harm: casualty.Casualties}, "victims"},
	{tag{does: person | victim | single}, "victim"},
	{tag{does: harmful | passive, harm: casualty.Missing}, "not been {found,accounted for,seen since,heard from} | yet to be {found,accounted for,located} | gone missing | went missing | vanished | feared buried | still buried | trapped | buried in the {rubble,debris,ruins} | in the ruins | missing | unaccounted for | trapped under {,the} rubble | under the rubble | trapped beneath the rubble | buried under {,the} rubble | beneath the rubble | still to be found | disappeared | feared trapped"},
	{tag{does: harmful | event, harm: casualty.Missing}, "disappearances | disappearance | enforced disappearance"},
	{tag{does: harmful | active | passive, harm: casualty.Detained}, "in custody | being held | remanded | taken away | led away | taken in for questioning | locked up | detained | arrested | imprisoned | jailed | taken into custody | taken prisoner | rounded up | apprehended"},
	{tag{does: harmful | active, harm: casualty.Detained}, "detaining | arresting"},
	{tag{does: harmful | event, harm: casualty.Detained}, "arrests | detentions | detention | arbitrary detention"},
	{tag{does: harmful | active | passive, harm: casualty.Abducted}, "held hostage | held captive | marched away | marched off | snatched | dragged away | abducted | kidnapped | carried off | taken hostage | taken captive"},
	{tag{does: harmful | active | passive, harm: casualty.Abducted, word: peopleOnly}, "seized | captured"},
	{tag{does: harmful | active, harm: casualty.Abducted}, "abducting | kidnapping | carrying off"},
	{tag{does: harmful | event, harm: casualty.Abducted}, "abductions | kidnappings | abduction"},
	{tag{does: harmful | active | passive, harm: casualty.Displaced}, "displaced | uprooted | driven from their homes | forced from their homes | made homeless | homeless | lost their homes | without {homes,a home} | {had to,forced to} {flee,leave} {,their homes} | left their homes | abandoned their homes | {have,has,had} fled | fled {the fighting,the violence,the area,across,into,to} | sought {refuge,shelter} | taken refuge | took refuge | left homeless | forced to flee | fled their homes"},
	{tag{does: harmful | active, harm: casualty.Displaced, word: peopleOnly}, "driven | driving"},
	{tag{does: harmful | active, harm: casualty.Killed, word: peopleOnly}, "lost | losing"},
	{tag{does: harmful | active, harm: casualty.Displaced}, "displacing | displaces | displace"},
	{tag{does: harmful | active, harm: casualty.Killed, word: peopleOnly}, "eliminated | eliminating | neutralising | neutralizing"}, {tag{does: harmful | active, harm: casualty.Killed}, "the remains of | remains of | skeletal remains of | beheading | executes | murders | massacres | slaughtering | shooting dead | gunning down | kills off"},
	{tag{does: harmful | passive | needsAux, harm: casualty.Killed}, "fatal"}, {tag{does: harmful | passive, harm: casualty.Killed}, "KIA | have lost their lives | had died | met {their,his,her} {death,deaths,end} | burned alive | decapitated | swept away and killed | shot in the head and killed"}, {tag{does: harmful | passive, harm: casualty.Injured}, "WIA | sustaining {injuries,wounds} | left injured | left wounded | rushed to {,the,a,nearby} {hospital,hospitals,clinic,clinics} | suffered burns | suffering from {injuries,wounds,burns} | receiving medical care | shot and injured | admitted to {,a,the} {hospital,hospitals,ICU,intensive care}"},
	{tag{does: harmful | passive, harm: casualty.Missing}, "{listed,reported,recorded,declared,registered,posted} {,as} missing | remained missing | remains missing | remain missing | remain unaccounted for | still unaccounted for | under {,the} {debris,wreckage,ruins} | feared trapped under {,the} {rubble,debris}"},
	{tag{does: harmful | passive, harm: casualty.Displaced}, "{newly,internally,forcibly} displaced | {left,rendered} homeless | {took,taken,seeking} {refuge,shelter} in | {forced,compelled} to {flee,leave,abandon} {,their} {,homes,villages,houses} | forced out of their homes | evicted | uprooted from {,their} {homes,villages} | {have,had,has} {been,} fled {their homes,} "},
	{tag{does: harmful | event, harm: casualty.Displaced}, "displacement of"}, {tag{does: harmful | event, harm: casualty.Killed}, "fatalities | fatality"}, {tag{does: harmful | active, harm: casualty.Killed}, "killing of | execution of | slaying of"},
}

var grammarEnglish = []row{
	{tag{does: article}, "a | an"},
	{tag{does: article | other}, "another | a second | a third | a fourth | a fifth | yet another"},
	{tag{does: and}, "and | as well as | along with | plus | &"},
	{tag{does: the}, "the | these | those | its | all the | s"},
	{tag{does: the, word: possessive}, "his | her | their | my | our"},
	{tag{does: of}, "of"},
	{tag{does: ofThem}, "of them | of whom | of those | of these"},
	{tag{does: including}, "including | included | include | includes | comprise | comprised | comprises | among them | among whom | amongst them | of which"},
	{tag{does: among}, "among | amongst | are among | were among | was among"},
	{tag{does: no}, "no | not a single | zero | any"}, {tag{does: no, word: neither}, "neither"},
	{tag{does: whole | no, harm: casualty.Killed}, "no lives {were,have been,had been} lost | no one lost {his,their} life"},
	{tag{does: nobody}, "nobody | no one | noone | none"},
	{tag{does: without}, "without | not cause | not causing | avoided"},
	{tag{does: not}, "not | n't | never | rather than | instead of"},
	{tag{does: relative}, "who | which | whom | that"},
	{tag{does: preposition, word: inside}, "in | near | outside | inside"},
	{tag{does: preposition}, "in | on | at | by | from | after | before | during | near | under | outside | inside | against | into | through | for | as of | via | over | across | amid | behind | beside | beyond | within | since | until | toward | towards | along"},
	{tag{does: clause}, "while | when | as | where | but | because | although | though | if | so | then | whereas | that"},
	{tag{does: auxiliary | skip | needsAux}, "was | were | been | be | being | is | are | got | get"},
	{tag{does: auxiliary | skip}, "has | have | had | may | might | must | having | believed to | known to | reported to | said to | thought to | feared to | confirmed to | are now known to | also | reportedly"},
	{tag{does: every}, "all | both"},
	{tag{does: skip}, "now | still | already | apparently | allegedly | reportedly | also | later | instantly | immediately | fatally | confirmed | initially | eventually | there | here | so far | slightly | lightly | today | yesterday | tonight | currently | both | young | local | unarmed | innocent | unidentified | several | senior | immediate | new | long | believed | feared | presumed | thought | former | alleged | suspected | off duty | teenage | pregnant | old | overnight | too | again"},
	{tag{does: serious | skip}, "seriously | critically | severely | gravely | serious | critical | severe | badly | grave"},
	{tag{does: reported | skip | say}, "reported | reports | report | reporting | recorded | confirmed"},
	{tag{does: reported}, "registered | immediately known | known | announced | sustained"},
	{tag{does: verb}, "rescued | saved | evacuated | freed | released | survived | escaped | fled | attended | gathered | protested | marched | deployed | live | lives | lived | works | worked | hit | struck | fired | launched | fell | destroyed | damaged | burnt down | burned down | burnt out | burned out | burnt to the ground | burned to the ground | gutted | flattened | attacked | stormed | guard | found alive | alive | pulled alive | unharmed | unhurt | safe | returned"},
	{tag{does: verb | say}, "said | says | told | announced | wrote | stated | added | claimed | estimated | tells | announces | confirms | adds | claims | writes | noted | posted | acknowledged"},
	{tag{does: accordingTo}, "according to | citing"},
	{tag{does: pronoun}, "he | she"},
	{tag{does: age}, "aged | ages | between the ages of"},
	{tag{does: thereIs}, "suffered | inflicted | causing | there may be | there may have been | there were | there was | there are | there have been | there had been"},
	{tag{does: month}, "january | february | march | april | may | june | july | august | september | october | november | december"},
	{tag{does: weekday}, "monday | tuesday | wednesday | thursday | friday | saturday | sunday"},
	{tag{does: clause, word: bringing}, "{bringing,brings,brought,taking,takes,raising,raises,pushing} {the,its,their}"},
	{tag{does: office}, "ministry | authorities | army | military | police | agency | government | council | service | observatory | monitor | group | union | hospital | officials | sources | party | committee | commission | network | forces | department | office | administration | organization | organisation | report | statement | medics | residents | witnesses | activists | doctors"},
	{tag{does: office, word: oneSpeaker}, "governor | head | mayor | minister | chief | spokesman | spokeswoman | spokesperson | president | commander | prosecutor | commissioner | director | administrator | chairman"},
	{tag{does: rank}, "lieutenant | colonel | general | major | captain | sergeant | private | corporal | admiral | pilot | commander"},
	{tag{does: clause}, "how many | how much | how few"},
	{tag{does: skip}, "charred | dismembered | decomposed | burnt-out | bullet-riddled | newly | forcibly | internally | freshly | recently | separately | respectively | more seriously | less seriously | then | unlawfully | arbitrarily | together | elsewhere | heavily | subsequently | afterwards | finally | only | just | merely | ultimately | reported"},
	{tag{does: say, word: disputed}, "{denied,denies,rejected,rejects,dismissed,dismisses,refuted,refutes,disputed,disputes} {,the,any,all} {reports,claims,allegations,suggestions,accusations,assertions,a report,a claim,that} {,that,of} | contrary to {reports,claims,earlier reports} {,that,of} | {denied,denies} killing"},
	{tag{does: verb, word: disputing}, "denied | denies | rejected | rejects | disputed | disputes | contradicted | contradicts | refuted | refutes"},
	{tag{does: thing, word: familyOf}, "family | household | family group"},
	{tag{does: skip, word: relativeDay, n: today}, "today | tonight"}, {tag{does: skip, word: relativeDay, n: yesterday}, "yesterday"}, {tag{does: skip, word: relativeDay, n: dayBefore}, "the day before yesterday"}, {tag{does: skip, word: relativeDay, n: overnight}, "overnight | last night | during the night"},
}

var contextEnglish = []row{
	{tag{does: toll, harm: casualty.Killed}, "toll | death toll | deaths toll | toll of dead | number of dead | number of deaths | number of fatalities | number of people killed"},
	{tag{does: toll, word: sameToll}, "{put,puts,putting,gave,gives,giving,set,sets} {the,their,its} {number,figure,count,total}"},
	{tag{does: toll}, "number of | tally | tally of | count of | total of those"},
	{tag{does: toll | formerly}, "{last,earlier,previous,initial,first} {figure,count,tally}"},
	{tag{does: toll | formerly | withdrawn, harm: casualty.Killed}, "{initial,earlier,previous,first} {toll,death toll}"},
	{tag{does: toll, harm: casualty.Killed}, "number killed | number of people killed | number of those killed"},
	{tag{does: toll, harm: casualty.Injured}, "number {injured,wounded,hurt} | number of people {injured,wounded,hurt} | number of those {injured,wounded}"},
	{tag{does: formerly}, "earlier | previously | initially | earlier reports"},
	{tag{does: formerly | pluperfect}, "had {said,estimated,put,reported,announced,counted,given}"},
	{tag{does: reaches}, "number | numbered | numbering | numbers | totalled | totaled | totalling | totals | standing at | now | been | gone up to | went up to | goes up to | go up to | climbed to | now at | at | reached | reaching | to | of | is | was | stands at | stood at | exceeded | surpassed | passed | risen to | rose to"},
	{tag{does: reaches | withdrawn}, "from | up from | down from"},
	{tag{does: withdrawn}, "up from | down from | earlier toll of | not | revised from | rather than | instead of"},
	{tag{does: cumulative}, "in the first {half,quarter,three months,six months,nine months} of | in the second half of | this year | so far this year | in total since | in the past {year,month,week} | over the past {year,month,week} | in {the,} {last,past} {two,three,six,12} {months,years,weeks} | year to date | to date"},
	{tag{does: since}, "since"},
	{tag{does: began}, "began | begun | started | broke out | invasion | outbreak | start | beginning | war | conflict | coup | takeover | ceasefire | truce"},
	{tag{does: pluperfect}, "had"},
	{tag{does: force, pop: casualty.Combatants}, "militia | army | brigade | regiment | battalion | guerrilla | militias"},
	{tag{does: superlative}, "second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth | worst | deadliest | bloodiest | highest | biggest | largest | first | most"},
	{tag{does: year}, "in | during | over the whole of | for the whole of | throughout | in all of | the whole of | for | over"},
	{tag{does: elsewhere}, "{earlier,later} {in the,this,that} week | last {week,month,year,january,february,march,april,may,june,july,august,september,october,november,december} | {days,weeks,months,years} {ago,earlier,before} | {week,month,year} {ago,earlier,before} | in response | in retaliation | retaliation | the memory of | posthumously | in a separate {incident,attack,strike} | in a previous {incident,attack,strike} | a previous attack"},
	{tag{does: aside}, "read also | also read | read more | see also | related news | related articles | related"},
	{tag{does: toll, word: sameToll}, "{revised,corrected,updated,raised,lowered,cut,increased,reduced,revises,raises,lowers} {the,that,its,their,this} {figure,number,count,total}"},
	{tag{does: formerly, word: superseded}, "previous toll | earlier toll | {a,an,the} {previous,earlier,prior,preliminary} {toll,count,tally,report,estimate,figure} {,had,of,put,gave,spoke,said}"},
	{tag{does: reaches | before, hedge: casualty.MoreThan}, "exceeds | exceeded | surpassed | surpasses | topped | tops | has exceeded | has surpassed"},
}
