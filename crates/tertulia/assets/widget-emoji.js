import{N as t}from"./widget-Y7LJS4F2.js";var _=`# 0
😀 grinning|face cheerful cheery happy laugh nice
😃 smiley|grinning face with big eyes awesome
😄 smile|grinning face with smiling eyes eye
😁 grin|beaming face with smiling eyes eye
😆 laughing satisfied|grinning squinting face closed eyes haha
😅 sweat_smile|grinning face with cold dejected excited
🤣 rofl|rolling the floor laughing crying face
😂 joy|face with tears crying feels funny
🙂 slightly_smiling_face|happy smile
🙃 upside_down_face|hehe smile
🫠 melting_face|disappear dissolve embarrassed haha heat hot
😉 wink|winking face flirt heartbreaker sexy slide
😊 blush|smiling face with eyes eye glad
😇 innocent|smiling face with halo angel angelic
🥰 smiling_face_with_three_hearts|adore crush ily love romance smile
😍 heart_eyes|smiling face with 143 bae feels
🤩 star_struck|excited eyes face grinning smile starry
😘 kissing_heart|face blowing adorbs bae flirt ily
😗 kissing|face 143 date dating flirt ily
☺️ relaxed|smiling face happy outlined smile
😚 kissing_closed_eyes|face with 143 bae blush date
😙 kissing_smiling_eyes|face with 143 closed date dating
🥲 smiling_face_with_tear|glad grateful happy joy pain proud
😋 yum|face savoring food delicious eat full
😛 stuck_out_tongue|face with awesome cool nice party
😜 stuck_out_tongue_winking_eye|face with crazy epic funny joke
🤪 zany_face|crazy eye eyes goofy large small
😝 stuck_out_tongue_closed_eyes|squinting face with gross horrible omg
🤑 money_mouth_face|paid
🤗 hugs|smiling face with open hands hugging
🤭 hand_over_mouth|face with giggle giggling oops realization
🫢 face_with_open_eyes_and_hand_over_mouth|amazement awe disbelief embarrass gasp omg
🫣 face_with_peeking_eye|captivated embarrass hide hiding peep scared
🤫 shushing_face|quiet shh
🤔 thinking|face chin consider hmm ponder pondering
🫡 saluting_face|good luck respect salute sir troops
🤐 zipper_mouth_face|keep quiet secret shut
🤨 raised_eyebrow|face with disapproval disbelief distrust emoji
😐 neutral_face|awkward blank deadpan expressionless fine jealous
😑 expressionless|face awkward dead fine inexpressive jealous
😶 no_mouth|face without awkward blank expressionless mouthless
🫥 dotted_line_face|depressed disappear hidden hide introvert invisible
😶‍🌫️ face_in_clouds|absentminded fog head
😏 smirk|smirking face boss dapper flirt homie
😒 unamused|face bored fine jealous jel jelly
🙄 roll_eyes|face with rolling eyeroll shade ugh
😬 grimacing|face awk awkward dentist grimace grinning
😮‍💨 face_exhaling|blow blowing exhale exhausted gasp groan
🤥 lying_face|liar lie pinocchio
🫨 shaking_face|crazy daze earthquake omg panic shock
🙂‍↔️ head_shaking_horizontally|shake
🙂‍↕️ head_shaking_vertically|nod yes
😌 relieved|face calm peace relief zen
😔 pensive|face awful bored dejected died disappointed
😪 sleepy|face crying good night sad sleeping
🤤 drooling_face
😴 sleeping|face bed bedtime good goodnight nap
🫩 face_with_eye_bags|under eyes bored exhausted fatigued late
😷 mask|face with medical cold dentist dermatologist
🤒 face_with_thermometer|ill sick
🤕 face_with_head_bandage|hurt injury ouch
🤢 nauseated_face|gross nasty sick vomit
🤮 vomiting_face|barf gross puke sick spew throw
🤧 sneezing_face|fever flu gesundheit sick sneeze
🥵 hot_face|dying feverish heat panting red faced
🥶 cold_face|blue faced freezing frostbite icicles subzero
🥴 woozy_face|dizzy drunk eyes intoxicated mouth tipsy
😵 dizzy_face|with crossed out eyes dead feels
😵‍💫 face_with_spiral_eyes|confused dizzy hypnotized omg smiley trouble
🤯 exploding_head|blown explode mind mindblown shocked way
🤠 cowboy_hat_face|cowgirl
🥳 partying_face|bday birthday celebrate celebration excited happy
🥸 disguised_face|eyebrow glasses incognito moustache mustache nose
😎 sunglasses|smiling face with awesome beach bright
🤓 nerd_face|brainy clever expert geek gifted glasses
🧐 monocle_face|with classy fancy rich stuffy wealthy
😕 confused|face befuddled confusing dunno frown meh
🫤 face_with_diagonal_mouth|confused confusion disappointed doubt doubtful frustrated
😟 worried|face anxious butterflies nerves nervous sad
🙁 slightly_frowning_face|sad
☹️ frowning_face|sad
😮 open_mouth|face with believe forgot omg shocked
😯 hushed|face epic omg stunned surprised whoa
😲 astonished|face cost omg shocked totally way
😳 flushed|face amazed awkward crazy dazed dead
🫪 distorted_face|anxiety bloated panic shocked surprised vulnerable
🥺 pleading_face|begging big eyes mercy not please
🥹 face_holding_back_tears|admiration aww cry embarrassed feelings grateful
😦 frowning|face with open mouth caught guard
😧 anguished|face forgot scared scary stressed surprise
😨 fearful|face afraid anxious blame scared worried
😰 cold_sweat|anxious face with blue eek mouth
😥 disappointed_relieved|sad but face anxious call close
😢 cry|crying face awful feels miss sad
😭 sob|loudly crying face bawling cry sad
😱 scream|face screaming fear epic fearful munch
😖 confounded|face annoyed confused cringe distraught feels
😣 persevere|persevering face concentrate concentration focus headache
😞 disappointed|face awful blame dejected fail losing
😓 sweat|downcast face with close cold feels
😩 weary|face crying fail feels hungry mad
😫 tired_face|cost feels nap sad sneeze
🥱 yawning_face|bedtime bored goodnight nap night sleep
😤 triumph|face with steam from nose anger
😡 pout rage|enraged face anger angry feels mad
😠 angry|face anger blame feels frustrated mad
🤬 cursing_face|with symbols mouth censor cussing mad
😈 smiling_imp|face with horns demon devil evil
👿 imp|angry face with horns demon devil
💀 skull|body dead death face fairy fairytale
☠️ skull_and_crossbones|dead death face monster
💩 hankey poop shit|pile comic doo dung face fml
🤡 clown_face
👹 japanese_ogre|creature devil face fairy fairytale fantasy
👺 japanese_goblin|angry creature face fairy fairytale fantasy
👻 ghost|boo creature excited face fairy fairytale
👽 alien|creature extraterrestrial face fairy fairytale fantasy
👾 space_invader|alien monster creature extraterrestrial face fairy
🤖 robot|face monster
😺 smiley_cat|grinning animal face mouth open smiling
😸 smile_cat|grinning with smiling eyes animal eye
😹 joy_cat|with tears animal face laugh laughing
😻 heart_eyes_cat|smiling with animal face love smile
😼 smirk_cat|with wry smile animal face ironic
😽 kissing_cat|animal closed eye eyes face
🙀 scream_cat|weary animal face surprised
😿 crying_cat_face|animal sad tear
😾 pouting_cat|animal face
🙈 see_no_evil|monkey embarrassed face forbidden forgot gesture
🙉 hear_no_evil|monkey animal ears face forbidden gesture
🙊 speak_no_evil|monkey animal face forbidden gesture not
💌 love_letter|heart mail romance valentine
💘 cupid|heart with arrow 143 adorbs date
💝 gift_heart|with ribbon 143 anniversary emotion ily
💖 sparkling_heart|143 emotion excited good ily kisses
💗 heartpulse|growing 143 emotion excited ily kisses
💓 heartbeat|beating 143 cardio emotion ily love
💞 revolving_hearts|143 adorbs anniversary emotion
💕 two_hearts|143 anniversary date dating emotion ily
💟 heart_decoration|143 emotion hearth purple white
❣️ heavy_heart_exclamation|mark punctuation
💔 broken_heart|break crushed emotion heartbroken lonely sad
❤️‍🔥 heart_on_fire|burn love lust sacred
❤️‍🩹 mending_heart|healthier improving recovering recuperating well
❤️ heart|red emotion love
🩷 pink_heart|143 adorable cute emotion ily like
🧡 orange_heart|143
💛 yellow_heart|143 cardiac emotion ily love
💚 green_heart|143 emotion ily love romantic
💙 blue_heart|143 emotion ily love romance
🩵 light_blue_heart|143 cute cyan emotion ily like
💜 purple_heart|143 bestest emotion ily love
🤎 brown_heart|143
🖤 black_heart|evil wicked
🩶 grey_heart|143 emotion gray ily love silver
🤍 white_heart|143
💋 kiss|mark dating emotion heart kissing lips
💯 100|hundred points agree clearly definitely faithful
💢 anger|symbol angry comic mad upset
🫯 fight_cloud|argument brawl debate disagreement ruckus wrestle
💥 boom collision|bomb collide comic explode
💫 dizzy|comic shining shooting star stars
💦 sweat_drops|droplets comic drip droplet splashing squirt
💨 dash|dashing away cloud comic fart fast
🕳️ hole
💬 speech_balloon|bubble comic dialog message sms talk
👁️‍🗨️ eye_speech_bubble|balloon witness
🗨️ left_speech_bubble|balloon dialog
🗯️ right_anger_bubble|angry balloon mad
💭 thought_balloon|bubble cartoon cloud comic daydream decisions
💤 zzz|comic good goodnight night sleep sleeping
# 1
👋* wave|waving hand bye cya g2g greetings
🤚* raised_back_of_hand|backhand
🖐️* raised_hand_with_fingers_splayed|stop
✋* hand raised_hand|five high stop
🖖* vulcan_salute|finger hand hands
🫱* rightwards_hand|handshake hold reach shake
🫲* leftwards_hand|handshake hold reach shake
🫳* palm_down_hand|dismiss drop dropped pick shoo
🫴* palm_up_hand|beckon catch come hold know lift
🫷* leftwards_pushing_hand|block five halt high hold pause
🫸* rightwards_pushing_hand|block five halt high hold pause
👌* ok_hand|awesome bet dope fleek fosho got
🤌* pinched_fingers|gesture hand hold huh interrogation patience
🤏* pinching_hand|amount bit fingers little small sort
✌️* v|victory hand peace
🤞* crossed_fingers|hand luck
🫰* hand_with_index_finger_and_thumb_crossed|expensive heart love money snap
🤟* love_you_gesture|fingers hand ily three
🤘* metal|sign the horns finger hand rock
🤙* call_me_hand|hang loose shaka
👈* point_left|backhand index pointing finger hand
👉* point_right|backhand index pointing finger hand
👆* point_up_2|backhand index pointing finger hand
🖕* fu middle_finger|hand
👇* point_down|backhand index pointing finger hand
☝️* point_up|index pointing finger hand this
🫵* index_pointing_at_the_viewer|finger hand poke you
👍* +1 thumbsup|good hand like yes
👎* -1 thumbsdown|bad dislike good hand nope
✊* fist fist_raised|clenched hand punch solidarity
👊* facepunch fist_oncoming punch|absolutely agree boom bro bruh bump
🤛* fist_left|facing leftwards
🤜* fist_right|facing rightwards
👏* clap|clapping hands applause approval awesome congrats
🙌* raised_hands|raising celebration gesture hooray praise
🫶* heart_hands|love you
👐* open_hands|hug jazz swerve
🤲* palms_up_together|cupped dua hands pray prayer wish
🤝* handshake|agreement deal meeting
🙏* pray|folded hands appreciate ask beg blessed
✍️* writing_hand|write
💅* nail_care|polish bored cosmetics done makeup manicure
🤳* selfie|camera phone
💪* muscle|flexed biceps arm beast bench bodybuilder
🦾 mechanical_arm|accessibility prosthetic
🦿 mechanical_leg|accessibility prosthetic
🦵* leg|bent foot kick knee limb
🦶* foot|ankle feet kick stomp
👂* ear|body ears hear hearing listen listening
🦻* ear_with_hearing_aid|accessibility hard
👃* nose|body noses nosey odor smell smells
🧠 brain|intelligent smart
🫀 anatomical_heart|beat cardiology heartbeat organ pulse real
🫁 lungs|breath breathe exhalation inhalation organ respiration
🦷 tooth|dentist pearly teeth white
🦴 bone|bones dog skeleton wishbone
👀 eyes|body face googly look looking omg
👁️ eye|body one
👅 tongue|body lick slurp
👄 lips|mouth beauty body kiss kissing lipstick
🫦 biting_lip|anxious bite fear flirt flirting kiss
👶* baby|babies children goo infant newborn pregnant
🧒* child|bright eyed grandchild kid young younger
👦* boy|bright eyed child grandson kid son
👧* girl|bright eyed child daughter granddaughter kid
🧑* adult|person
👱* blond_haired_person|human
👨* man|adult bro
🧔* bearded_person|whiskers
🧔‍♂️* man_beard|bearded whiskers
🧔‍♀️* woman_beard|bearded whiskers
👨‍🦰* red_haired_man|adult bro
👨‍🦱* curly_haired_man|adult bro
👨‍🦳* white_haired_man|adult bro
👨‍🦲* bald_man|adult bro
👩* woman|adult lady
👩‍🦰* red_haired_woman|adult lady
🧑‍🦰* person_red_hair|adult
👩‍🦱* curly_haired_woman|adult lady
🧑‍🦱* person_curly_hair|adult
👩‍🦳* white_haired_woman|adult lady
🧑‍🦳* person_white_hair|adult
👩‍🦲* bald_woman|adult lady
🧑‍🦲* person_bald|adult
👱‍♀️* blond_haired_woman blonde_woman
👱‍♂️* blond_haired_man
🧓* older_adult|person elderly grandparent wise
👴* older_man|adult bald elderly gramps grandfather grandpa
👵* older_woman|adult elderly grandma grandmother granny lady
🙍* frowning_person|annoyed disappointed disgruntled disturbed frustrated gesture
🙍‍♂️* frowning_man|annoyed disappointed disgruntled disturbed frustrated gesture
🙍‍♀️* frowning_woman|annoyed disappointed disgruntled disturbed frustrated gesture
🙎* pouting_face|person disappointed downtrodden frown grimace scowl
🙎‍♂️* pouting_man|disappointed downtrodden frown grimace scowl sulk
🙎‍♀️* pouting_woman|disappointed downtrodden frown grimace scowl sulk
🙅* no_good|person gesturing forbidden gesture hand not
🙅‍♂️* ng_man no_good_man|gesturing forbidden gesture hand not prohibit
🙅‍♀️* ng_woman no_good_woman|gesturing forbidden gesture hand not prohibit
🙆* ok_person|gesturing exercise gesture hand omg
🙆‍♂️* ok_man|gesturing exercise gesture hand omg
🙆‍♀️* ok_woman|gesturing exercise gesture hand omg
💁* information_desk_person tipping_hand_person|fetch flick flip gossip sarcasm sarcastic
💁‍♂️* sassy_man tipping_hand_man|fetch flick flip gossip sarcasm sarcastic
💁‍♀️* sassy_woman tipping_hand_woman|fetch flick flip gossip sarcasm sarcastic
🙋* raising_hand|person gesture here know pick question
🙋‍♂️* raising_hand_man|gesture here know pick question raise
🙋‍♀️* raising_hand_woman|gesture here know pick question raise
🧏* deaf_person|accessibility ear gesture hear
🧏‍♂️* deaf_man|accessibility ear gesture hear
🧏‍♀️* deaf_woman|accessibility ear gesture hear
🙇* bow|person bowing apology ask beg favor
🙇‍♂️* bowing_man|apology ask beg favor forgive gesture
🙇‍♀️* bowing_woman|apology ask beg favor forgive gesture
🤦* facepalm|person facepalming again bewilder disbelief exasperation
🤦‍♂️* man_facepalming|again bewilder disbelief exasperation not omg
🤦‍♀️* woman_facepalming|again bewilder disbelief exasperation not omg
🤷* shrug|person shrugging doubt dunno guess idk
🤷‍♂️* man_shrugging|doubt dunno guess idk ignorance indifference
🤷‍♀️* woman_shrugging|doubt dunno guess idk ignorance indifference
🧑‍⚕️* health_worker|doctor healthcare nurse therapist
👨‍⚕️* man_health_worker|doctor healthcare nurse therapist
👩‍⚕️* woman_health_worker|doctor healthcare nurse therapist
🧑‍🎓* student|graduate
👨‍🎓* man_student|graduate
👩‍🎓* woman_student|graduate
🧑‍🏫* teacher|instructor lecturer professor
👨‍🏫* man_teacher|instructor lecturer professor
👩‍🏫* woman_teacher|instructor lecturer professor
🧑‍⚖️* judge|justice law scales
👨‍⚖️* man_judge|justice law scales
👩‍⚖️* woman_judge|justice law scales
🧑‍🌾* farmer|gardener rancher
👨‍🌾* man_farmer|gardener rancher
👩‍🌾* woman_farmer|gardener rancher
🧑‍🍳* cook|chef
👨‍🍳* man_cook|chef
👩‍🍳* woman_cook|chef
🧑‍🔧* mechanic|electrician plumber tradesperson
👨‍🔧* man_mechanic|electrician plumber tradesperson
👩‍🔧* woman_mechanic|electrician plumber tradesperson
🧑‍🏭* factory_worker|assembly industrial
👨‍🏭* man_factory_worker|assembly industrial
👩‍🏭* woman_factory_worker|assembly industrial
🧑‍💼* office_worker|architect business manager white collar
👨‍💼* man_office_worker|architect business manager white collar
👩‍💼* woman_office_worker|architect business manager white collar
🧑‍🔬* scientist|biologist chemist engineer mathematician physicist
👨‍🔬* man_scientist|biologist chemist engineer mathematician physicist
👩‍🔬* woman_scientist|biologist chemist engineer mathematician physicist
🧑‍💻* technologist|coder computer developer inventor software
👨‍💻* man_technologist|coder computer developer inventor software
👩‍💻* woman_technologist|coder computer developer inventor software
🧑‍🎤* singer|actor entertainer rock rockstar star
👨‍🎤* man_singer|actor entertainer rock rockstar star
👩‍🎤* woman_singer|actor entertainer rock rockstar star
🧑‍🎨* artist|palette
👨‍🎨* man_artist|palette
👩‍🎨* woman_artist|palette
🧑‍✈️* pilot|plane
👨‍✈️* man_pilot|plane
👩‍✈️* woman_pilot|plane
🧑‍🚀* astronaut|rocket space
👨‍🚀* man_astronaut|rocket space
👩‍🚀* woman_astronaut|rocket space
🧑‍🚒* firefighter|firetruck
👨‍🚒* man_firefighter|firetruck
👩‍🚒* woman_firefighter|firetruck
👮* cop police_officer|apprehend arrest citation law over pulled
👮‍♂️* policeman|officer apprehend arrest citation cop law
👮‍♀️* policewoman|officer apprehend arrest citation cop law
🕵️* detective|sleuth spy
🕵️‍♂️* male_detective|man sleuth spy
🕵️‍♀️* female_detective|woman sleuth spy
💂* guard|buckingham helmet london palace
💂‍♂️* guardsman|buckingham helmet london palace
💂‍♀️* guardswoman|buckingham helmet london palace
🥷* ninja|assassin fight fighter hidden person secret
👷* construction_worker|build fix hardhat hat man person
👷‍♂️* construction_worker_man|build fix hardhat hat rebuild remodel
👷‍♀️* construction_worker_woman|build fix hardhat hat rebuild remodel
🫅* person_with_crown|monarch noble regal royal royalty
🤴* prince|crown fairy fairytale fantasy king royal
👸* princess|crown fairy fairytale fantasy queen royal
👳* person_with_turban|wearing
👳‍♂️* man_with_turban|wearing
👳‍♀️* woman_with_turban|wearing
👲* man_with_gua_pi_mao|person skullcap cap chinese guapi hat
🧕* woman_with_headscarf|bandana hijab kerchief mantilla tichel
🤵* person_in_tuxedo|formal wedding
🤵‍♂️* man_in_tuxedo|formal groom wedding
🤵‍♀️* woman_in_tuxedo|formal wedding
👰* person_with_veil|wedding
👰‍♂️* man_with_veil|wedding
👰‍♀️* bride_with_veil woman_with_veil|wedding
🤰* pregnant_woman
🫃* pregnant_man|belly bloated full overeat
🫄* pregnant_person|belly bloated full overeat stuffed
🤱* breast_feeding|baby mom mother nursing woman
👩‍🍼* woman_feeding_baby|mom mother nanny newborn nursing
👨‍🍼* man_feeding_baby|dad father nanny newborn nursing
🧑‍🍼* person_feeding_baby|nanny newborn nursing parent
👼* angel|baby church face fairy fairytale fantasy
🎅* santa|claus celebration christmas fairy fantasy father
🤶* mrs_claus|celebration christmas fairy fantasy holiday merry
🧑‍🎄* mx_claus|celebration christmas fairy fantasy holiday merry
🦸* superhero|good superpower
🦸‍♂️* superhero_man|good superpower
🦸‍♀️* superhero_woman|good heroine superpower
🦹* supervillain|bad criminal evil superpower
🦹‍♂️* supervillain_man|bad criminal evil superpower
🦹‍♀️* supervillain_woman|bad criminal evil superpower
🧙* mage|fantasy magic play sorcerer sorceress sorcery
🧙‍♂️* mage_man|fantasy magic play sorcerer sorceress sorcery
🧙‍♀️* mage_woman|fantasy magic play sorcerer sorceress sorcery
🧚* fairy|fairytale fantasy myth person pixie tale
🧚‍♂️* fairy_man|fairytale fantasy myth oberon person pixie
🧚‍♀️* fairy_woman|fairytale fantasy myth person pixie tale
🧛* vampire|blood dracula fangs halloween scary supernatural
🧛‍♂️* vampire_man|blood fangs halloween scary supernatural teeth
🧛‍♀️* vampire_woman|blood fangs halloween scary supernatural teeth
🧜* merperson|creature fairytale folklore ocean sea siren
🧜‍♂️* merman|creature fairytale folklore neptune ocean poseidon
🧜‍♀️* mermaid|creature fairytale folklore merwoman ocean sea
🧝* elf|elves enchantment fantasy folklore magic magical
🧝‍♂️* elf_man|elves enchantment fantasy folklore magic magical
🧝‍♀️* elf_woman|elves enchantment fantasy folklore magic magical
🧞 genie|djinn fantasy jinn lamp myth rub
🧞‍♂️ genie_man|djinn fantasy jinn lamp myth rub
🧞‍♀️ genie_woman|djinn fantasy jinn lamp myth rub
🧟 zombie|apocalypse dead halloween horror scary undead
🧟‍♂️ zombie_man|apocalypse dead halloween horror scary undead
🧟‍♀️ zombie_woman|apocalypse dead halloween horror scary undead
🧌 troll|fairy fantasy monster tale trolling
🫈 hairy_creature|bigfoot cryptid forest giant sasquatch woodwose
💆* massage|person getting face headache relax relaxing
💆‍♂️* massage_man|getting face headache relax relaxing salon
💆‍♀️* massage_woman|getting face headache relax relaxing salon
💇* haircut|person getting barber beauty chop cosmetology
💇‍♂️* haircut_man|getting barber beauty chop cosmetology groom
💇‍♀️* haircut_woman|getting barber beauty chop cosmetology groom
🚶* walking|person amble gait hike man pace
🚶‍♂️* walking_man|amble gait hike pace pedestrian stride
🚶‍♀️* walking_woman|amble gait hike pace pedestrian stride
🚶‍➡️* person_walking_right|facing amble gait hike man pace
🚶‍♀️‍➡️* woman_walking_right|facing amble gait hike pace pedestrian
🚶‍♂️‍➡️* man_walking_right|facing amble gait hike pace pedestrian
🧍* standing_person
🧍‍♂️* standing_man
🧍‍♀️* standing_woman
🧎* kneeling_person|knees
🧎‍♂️* kneeling_man|knees
🧎‍♀️* kneeling_woman|knees
🧎‍➡️* person_kneeling_right|facing knees
🧎‍♀️‍➡️* woman_kneeling_right|facing knees
🧎‍♂️‍➡️* man_kneeling_right|facing knees
🧑‍🦯* person_with_probing_cane|white accessibility blind
🧑‍🦯‍➡️* person_with_white_cane_right|facing accessibility blind probing
👨‍🦯* man_with_probing_cane|white accessibility blind
👨‍🦯‍➡️* man_with_white_cane_right|facing accessibility blind probing
👩‍🦯* woman_with_probing_cane|white accessibility blind
👩‍🦯‍➡️* woman_with_white_cane_right|facing accessibility blind probing
🧑‍🦼* person_in_motorized_wheelchair|accessibility
🧑‍🦼‍➡️* person_in_motorized_wheelchair_right|facing accessibility
👨‍🦼* man_in_motorized_wheelchair|accessibility
👨‍🦼‍➡️* man_in_motorized_wheelchair_right|facing accessibility
👩‍🦼* woman_in_motorized_wheelchair|accessibility
👩‍🦼‍➡️* woman_in_motorized_wheelchair_right|facing accessibility
🧑‍🦽* person_in_manual_wheelchair|accessibility
🧑‍🦽‍➡️* person_in_manual_wheelchair_right|facing accessibility
👨‍🦽* man_in_manual_wheelchair|accessibility
👨‍🦽‍➡️* man_in_manual_wheelchair_right|facing accessibility
👩‍🦽* woman_in_manual_wheelchair|accessibility
👩‍🦽‍➡️* woman_in_manual_wheelchair_right|facing accessibility
🏃* runner running|person fast hurry marathon move quick
🏃‍♂️* running_man|fast hurry marathon move quick race
🏃‍♀️* running_woman|fast hurry marathon move quick race
🏃‍➡️* person_running_right|facing fast hurry marathon move quick
🏃‍♀️‍➡️* woman_running_right|facing fast hurry marathon move quick
🏃‍♂️‍➡️* man_running_right|facing fast hurry marathon move quick
🧑‍🩰* ballet_dancer
💃* dancer woman_dancing|elegant festive flair flamenco groove let
🕺* man_dancing|dance dancer elegant festive flair flamenco
🕴️* business_suit_levitating|person
👯* dancers|people with bunny ears bestie bff
👯‍♂️* dancing_men|with bunny ears bestie bff counterpart
👯‍♀️* dancing_women|with bunny ears bestie bff counterpart
🧖* sauna_person|steamy room day luxurious pamper relax
🧖‍♂️* sauna_man|steamy room day luxurious pamper relax
🧖‍♀️* sauna_woman|steamy room day luxurious pamper relax
🧗* climbing|person climber mountain rock scale
🧗‍♂️* climbing_man|climber mountain rock scale
🧗‍♀️* climbing_woman|climber mountain rock scale
🤺 person_fencing|fencer sword
🏇* horse_racing|jockey racehorse riding sport
⛷️ skier|snow
🏂* snowboarder|ski sport
🏌️* golfing|person ball birdie caddy driving green
🏌️‍♂️* golfing_man|ball birdie caddy driving green pga
🏌️‍♀️* golfing_woman|ball birdie caddy driving green pga
🏄* surfer|person surfing beach ocean sport swell
🏄‍♂️* surfing_man|beach ocean sport surfer swell waves
🏄‍♀️* surfing_woman|beach ocean person sport surfer swell
🚣* rowboat|person rowing canoe cruise fishing lake
🚣‍♂️* rowing_man|boat canoe cruise fishing lake oar
🚣‍♀️* rowing_woman|boat canoe cruise fishing lake oar
🏊* swimmer|person swimming freestyle sport triathlon
🏊‍♂️* swimming_man|freestyle sport swimmer triathlon
🏊‍♀️* swimming_woman|freestyle sport swimmer triathlon
⛹️* bouncing_ball_person|athletic basketball championship dribble net player
⛹️‍♂️* basketball_man bouncing_ball_man|athletic championship dribble net player throw
⛹️‍♀️* basketball_woman bouncing_ball_woman|athletic championship dribble net player throw
🏋️* weight_lifting|person weights barbell bodybuilder deadlift lifter
🏋️‍♂️* weight_lifting_man|weights barbell bodybuilder deadlift lifter powerlifting
🏋️‍♀️* weight_lifting_woman|weights barbell bodybuilder deadlift lifter powerlifting
🚴* bicyclist|person biking bicycle bike cycle riding
🚴‍♂️* biking_man|bicycle bicyclist bike cycle cyclist riding
🚴‍♀️* biking_woman|bicycle bicyclist bike cycle cyclist riding
🚵* mountain_bicyclist|person biking bicycle bike cycle riding
🚵‍♂️* mountain_biking_man|bicycle bicyclist bike cycle cyclist riding
🚵‍♀️* mountain_biking_woman|bicycle bicyclist bike cycle cyclist riding
🤸* cartwheeling|person active excited flip gymnastics happy
🤸‍♂️* man_cartwheeling|active excited flip gymnastics happy somersault
🤸‍♀️* woman_cartwheeling|active excited flip gymnastics happy somersault
🤼* wrestling|people combat duel grapple ring tournament
🤼‍♂️* men_wrestling|combat duel grapple ring tournament wrestle
🤼‍♀️* women_wrestling|combat duel grapple ring tournament wrestle
🤽* water_polo|person playing sport swimming waterpolo
🤽‍♂️* man_playing_water_polo|sport swimming waterpolo
🤽‍♀️* woman_playing_water_polo|sport swimming waterpolo
🤾* handball_person|playing athletics catch chuck hurl lob
🤾‍♂️* man_playing_handball|athletics catch chuck hurl lob pitch
🤾‍♀️* woman_playing_handball|athletics catch chuck hurl lob pitch
🤹* juggling_person|act balance balancing handle juggle manage
🤹‍♂️* man_juggling|act balance balancing handle juggle manage
🤹‍♀️* woman_juggling|act balance balancing handle juggle manage
🧘* lotus_position|person cross legged legs meditation peace
🧘‍♂️* lotus_position_man|cross legged legs meditation peace relax
🧘‍♀️* lotus_position_woman|cross legged legs meditation peace relax
🛀* bath|person taking bathtub tub
🛌* sleeping_bed|person bedtime good goodnight hotel nap
🧑‍🤝‍🧑* people_holding_hands|bae bestie bff couple dating flirt
👭* two_women_holding_hands|bae bestie bff couple dating flirt
👫* couple|woman and man holding hands bae
👬* two_men_holding_hands|bae bestie bff boys brothers couple
💏* couplekiss|anniversary babe bae date dating heart
👩‍❤️‍💋‍👨* couplekiss_man_woman|anniversary babe bae date dating heart
👨‍❤️‍💋‍👨* couplekiss_man_man|anniversary babe bae date dating heart
👩‍❤️‍💋‍👩* couplekiss_woman_woman|anniversary babe bae date dating heart
💑* couple_with_heart|anniversary babe bae dating kiss love
👩‍❤️‍👨* couple_with_heart_woman_man|anniversary babe bae dating kiss love
👨‍❤️‍👨* couple_with_heart_man_man|anniversary babe bae dating kiss love
👩‍❤️‍👩* couple_with_heart_woman_woman|anniversary babe bae dating kiss love
👨‍👩‍👦 family_man_woman_boy|child
👨‍👩‍👧 family_man_woman_girl|child
👨‍👩‍👧‍👦 family_man_woman_girl_boy|child
👨‍👩‍👦‍👦 family_man_woman_boy_boy|child
👨‍👩‍👧‍👧 family_man_woman_girl_girl|child
👨‍👨‍👦 family_man_man_boy|child
👨‍👨‍👧 family_man_man_girl|child
👨‍👨‍👧‍👦 family_man_man_girl_boy|child
👨‍👨‍👦‍👦 family_man_man_boy_boy|child
👨‍👨‍👧‍👧 family_man_man_girl_girl|child
👩‍👩‍👦 family_woman_woman_boy|child
👩‍👩‍👧 family_woman_woman_girl|child
👩‍👩‍👧‍👦 family_woman_woman_girl_boy|child
👩‍👩‍👦‍👦 family_woman_woman_boy_boy|child
👩‍👩‍👧‍👧 family_woman_woman_girl_girl|child
👨‍👦 family_man_boy|child
👨‍👦‍👦 family_man_boy_boy|child
👨‍👧 family_man_girl|child
👨‍👧‍👦 family_man_girl_boy|child
👨‍👧‍👧 family_man_girl_girl|child
👩‍👦 family_woman_boy|child
👩‍👦‍👦 family_woman_boy_boy|child
👩‍👧 family_woman_girl|child
👩‍👧‍👦 family_woman_girl_boy|child
👩‍👧‍👧 family_woman_girl_girl|child
🗣️ speaking_head|face silhouette
👤 bust_in_silhouette|mysterious shadow
👥 busts_in_silhouette|bff everyone friend friends people
🫂 people_hugging|comfort embrace farewell friendship goodbye hello
👪 family|child
🧑‍🧑‍🧒 family_aac|adult child
🧑‍🧑‍🧒‍🧒 family_aacc|adult child
🧑‍🧒 family_aa family_ac|adult child
🧑‍🧒‍🧒 family_acc|adult child
👣 footprints|barefoot clothing omw walk
🫆 fingerprint|clue crime detective forensics identity mystery
# 3
🐵 monkey_face|animal banana
🐒 monkey|animal banana
🦍 gorilla|animal
🦧 orangutan|animal ape monkey
🐶 dog|face adorbs animal pet puppies puppy
🐕 dog2|animal animals dogs pet
🦮 guide_dog|accessibility animal blind
🐕‍🦺 service_dog|accessibility animal assistance
🐩 poodle|animal dog fluffy
🐺 wolf|animal face
🦊 fox_face|animal
🦝 raccoon|animal curious sly
🐱 cat|face animal kitten kitty pet
🐈 cat2|animal animals cats kitten pet
🐈‍⬛ black_cat|animal feline halloween meow unlucky
🦁 lion|alpha animal face leo mane order
🐯 tiger|face animal big cat predator
🐅 tiger2|animal big cat predator zoo
🐆 leopard|animal big cat predator zoo
🐴 horse|face animal dressage equine farm horses
🫎 moose|alces animal antlers elk mammal
🫏 donkey|animal ass burro hinny mammal mule
🐎 racehorse|animal equestrian farm racing
🦄 unicorn|face
🦓 zebra|animal stripe
🦌 deer|animal
🦬 bison|animal buffalo herd wisent
🐮 cow|face animal farm milk moo
🐂 ox|animal animals bull farm taurus zodiac
🐃 water_buffalo|animal zoo
🐄 cow2|animal animals farm milk moo
🐷 pig|face animal bacon farm pork
🐖 pig2|animal bacon farm pork sow
🐗 boar|animal pig
🐽 pig_nose|animal face farm smell snout
🐏 ram|animal aries horns male sheep zodiac
🐑 sheep|ewe animal baa farm female fluffy
🐐 goat|animal capricorn farm milk zodiac
🐪 dromedary_camel|animal desert hump one
🐫 camel|two hump animal bactrian desert
🦙 llama|alpaca animal guanaco vicuña wool
🦒 giraffe|animal spots
🐘 elephant|animal
🦣 mammoth|animal extinction large tusk wooly
🦏 rhinoceros|animal
🦛 hippopotamus|animal
🐭 mouse|face animal
🐁 mouse2|animal animals
🐀 rat|animal
🐹 hamster|animal face pet
🐰 rabbit|face animal bunny pet
🐇 rabbit2|animal bunny pet
🐿️ chipmunk|animal squirrel
🦫 beaver|animal dam teeth
🦔 hedgehog|animal spiny
🦇 bat|animal vampire
🐻 bear|animal face grizzly growl honey
🐻‍❄️ polar_bear|animal arctic white
🐨 koala|animal australia bear down face marsupial
🐼 panda_face|animal bamboo
🦥 sloth|lazy slow
🦦 otter|animal fishing playful
🦨 skunk|animal stink
🦘 kangaroo|animal joey jump marsupial
🦡 badger|animal honey pester
🐾 feet paw_prints|paws
🦃 turkey|bird gobble thanksgiving
🐔 chicken|animal bird ornithology
🐓 rooster|animal bird ornithology
🐣 hatching_chick|animal baby bird egg
🐤 baby_chick|animal bird ornithology
🐥 hatched_chick|front facing baby animal bird newborn
🐦 bird|animal ornithology
🐧 penguin|animal antarctica bird ornithology
🕊️ dove|bird fly ornithology peace
🦅 eagle|animal bird ornithology
🦆 duck|animal bird ornithology
🦢 swan|animal bird cygnet duckling ornithology ugly
🦉 owl|animal bird ornithology wise
🦤 dodo|animal bird extinction large ornithology
🪶 feather|bird flight light plumage
🦩 flamingo|animal bird flamboyant ornithology tropical
🦚 peacock|animal bird colorful ornithology ostentatious peahen
🦜 parrot|animal bird ornithology pirate talk
🪽 wing|angelic ascend aviation bird fly flying
🐦‍⬛ black_bird|animal beak caw corvid crow ornithology
🪿 goose|animal bird duck flock fowl gaggle
🐦‍🔥 phoenix|ascend ascension emerge fantasy firebird glory
🐸 frog|animal face
🐊 crocodile|animal zoo
🐢 turtle|animal terrapin tortoise
🦎 lizard|animal reptile
🐍 snake|animal bearer ophiuchus serpent zodiac
🐲 dragon_face|animal fairy fairytale tale
🐉 dragon|animal fairy fairytale knights tale
🦕 sauropod|brachiosaurus brontosaurus dinosaur diplodocus
🦖 t-rex|dinosaur tyrannosaurus
🐳 whale|spouting animal beach face ocean
🐋 whale2|animal beach ocean
🐬 dolphin flipper|animal beach ocean
🫍 orca|marine ocean whale
🦭 seal|animal lion ocean
🐟 fish|animal dinner fishes fishing pisces zodiac
🐠 tropical_fish|animal fishes
🐡 blowfish|animal
🦈 shark|animal fish
🐙 octopus|animal creature ocean
🐚 shell|spiral animal beach conch sea
🪸 coral|change climate ocean reef sea
🪼 jellyfish|animal aquarium burn invertebrate life marine
🦀 crab|cancer zodiac
🦞 lobster|animal bisque claws seafood
🦐 shrimp|food shellfish small
🦑 squid|animal food mollusk
🦪 oyster|diving pearl
🐌 snail|animal escargot garden nature slug
🦋 butterfly|insect pretty
🐛 bug|animal garden insect
🐜 ant|animal garden insect
🐝 bee honeybee|animal bumblebee insect nature spring
🪲 beetle|animal bug insect
🐞 lady_beetle|animal garden insect ladybird ladybug nature
🦗 cricket|animal bug grasshopper insect orthoptera
🪳 cockroach|animal insect pest
🕷️ spider|animal insect
🕸️ spider_web
🦂 scorpion|scorpius zodiac
🦟 mosquito|bite disease fever insect malaria pest
🪰 fly|animal disease insect maggot pest rotting
🪱 worm|animal annelid earthworm parasite
🦠 microbe|amoeba bacteria science virus
💐 bouquet|anniversary birthday date flower love plant
🌸 cherry_blossom|flower plant spring springtime
💮 white_flower
🪷 lotus|beauty buddhism calm flower hinduism peace
🏵️ rosette|plant
🌹 rose|beauty elegant flower love plant red
🥀 wilted_flower|dying
🌺 hibiscus|flower plant
🌻 sunflower|outdoors plant
🌼 blossom|buttercup dandelion flower plant
🌷 tulip|blossom flower growth plant
🪻 hyacinth|bloom bluebonnet flower indigo lavender lilac
🌱 seedling|plant sapling sprout young
🪴 potted_plant|decor grow house nurturing
🌲 evergreen_tree|christmas forest pine
🌳 deciduous_tree|forest green habitat shedding
🌴 palm_tree|beach plant tropical
🌵 cactus|desert drought nature plant
🌾 ear_of_rice|sheaf grain grains plant
🌿 herb|leaf plant
☘️ shamrock|irish plant
🍀 four_leaf_clover|irish lucky plant
🍁 maple_leaf|falling
🍂 fallen_leaf|autumn falling
🍃 leaves|leaf fluttering wind blow flutter
🪹 empty_nest|branch home nesting
🪺 nest_with_eggs|bird branch nesting
🍄 mushroom|fungus toadstool
🪾 leafless_tree|bare barren branches dead drought trunk
# 4
🍇 grapes|dionysus fruit
🍈 melon|cantaloupe fruit
🍉 watermelon|fruit
🍊 mandarin orange tangerine|citrus fruit nectarine vitamin
🍋 lemon|citrus fruit sour
🍋‍🟩 lime|acidity citrus cocktail fruit garnish key
🍌 banana|fruit potassium
🍍 pineapple|colada fruit pina tropical
🥭 mango|food fruit tropical
🍎 apple|red diet food fruit health ripe
🍏 green_apple|fruit
🍐 pear|fruit
🍑 peach|fruit
🍒 cherries|berries cherry fruit red
🍓 strawberry|fruit
🫐 blueberries|berry bilberry blueberry food fruit
🥝 kiwi_fruit|food
🍅 tomato|food fruit vegetable
🫒 olive|food
🥥 coconut|colada palm piña
🥑 avocado|food fruit
🍆 eggplant|aubergine vegetable
🥔 potato|food vegetable
🥕 carrot|food vegetable
🌽 corn|ear crops farm maize maze
🌶️ hot_pepper
🫑 bell_pepper|capsicum food vegetable
🥒 cucumber|food pickle vegetable
🥬 leafy_green|bok burgers cabbage choy kale lettuce
🥦 broccoli|cabbage wild
🧄 garlic|flavoring
🧅 onion|flavoring
🥜 peanuts|food vegetable
🫘 beans|food kidney legume small
🌰 chestnut|almond plant
🫚 ginger_root|beer health herb natural spice
🫛 pea_pod|beans beanstalk edamame legume soybean vegetable
🍄‍🟫 brown_mushroom|food fungi fungus nature pizza portobello
🫜 root_vegetable|beet food garden radish salad turnip
🍞 bread|carbs food grain loaf restaurant toast
🥐 croissant|bread breakfast crescent food french roll
🥖 baguette_bread|food french
🫓 flatbread|arepa food gordita lavash naan pita
🥨 pretzel|convoluted twisted
🥯 bagel|bakery bread breakfast schmear
🥞 pancakes|breakfast crêpe food hotcake
🧇 waffle|breakfast indecisive iron
🧀 cheese|wedge
🍖 meat_on_bone
🍗 poultry_leg|bone chicken drumstick hungry turkey
🥩 cut_of_meat|chop lambchop porkchop red steak
🥓 bacon|breakfast food meat
🍔 hamburger|eat fast food hungry
🍟 fries|french fast food
🍕 pizza|cheese food hungry pepperoni slice
🌭 hotdog|frankfurter sausage
🥪 sandwich|bread
🌮 taco|mexican
🌯 burrito|mexican wrap
🫔 tamale|food mexican pamonha wrapped
🥙 stuffed_flatbread|falafel food gyro kebab
🧆 falafel|chickpea meatball
🥚 egg|breakfast food
🍳 fried_egg|cooking breakfast easy fry frying over
🥘 shallow_pan_of_food|casserole paella
🍲 stew|pot food soup
🫕 fondue|cheese chocolate food melted pot ski
🥣 bowl_with_spoon|breakfast cereal congee oatmeal porridge
🥗 green_salad|food
🍿 popcorn|movie
🧈 butter|dairy
🧂 salt|condiment flavor mad salty shaker taste
🥫 canned_food
🍱 bento|box food
🍘 rice_cracker|food
🍙 rice_ball|food japanese
🍚 rice|cooked food
🍛 curry|rice food
🍜 ramen|steaming bowl chopsticks food noodle pho
🍝 spaghetti|food meatballs pasta restaurant
🍠 sweet_potato|roasted food
🍢 oden|food kebab restaurant seafood skewer stick
🍣 sushi|food
🍤 fried_shrimp|prawn tempura
🍥 fish_cake|with swirl food pastry restaurant
🥮 moon_cake|autumn festival yuèbǐng
🍡 dango|dessert japanese skewer stick sweet
🥟 dumpling|empanada gyōza jiaozi pierogi potsticker
🥠 fortune_cookie|prophecy
🥡 takeout_box|chopsticks delivery food oyster pail
🍦 icecream|soft dessert food restaurant serve sweet
🍧 shaved_ice|dessert restaurant sweet
🍨 ice_cream|dessert food restaurant sweet
🍩 doughnut|breakfast dessert donut food sweet
🍪 cookie|chip chocolate dessert sweet
🎂 birthday|cake bday celebration dessert happy pastry
🍰 cake|shortcake dessert pastry slice sweet
🧁 cupcake|bakery dessert sprinkles sugar sweet treat
🥧 pie|apple filling fruit meat pastry pumpkin
🍫 chocolate_bar|candy dessert halloween sweet tooth
🍬 candy|cavities dessert halloween restaurant sweet tooth
🍭 lollipop|candy dessert food restaurant sweet
🍮 custard|dessert pudding sweet
🍯 honey_pot|barrel bear food honeypot jar sweet
🍼 baby_bottle|babies birth born drink infant milk
🥛 milk_glass|drink
☕ coffee|hot beverage cafe caffeine chai drink
🫖 teapot|brew drink food
🍵 tea|teacup without handle beverage cup drink
🍶 sake|bar beverage bottle cup drink restaurant
🍾 champagne|bottle with popping cork bar drink
🍷 wine_glass|alcohol bar beverage booze club drink
🍸 cocktail|glass alcohol bar booze club drink
🍹 tropical_drink|alcohol bar booze club cocktail drinking
🍺 beer|mug alcohol ale bar booze drink
🍻 beers|clinking mugs alcohol bar booze bottoms
🥂 clinking_glasses|celebrate drink
🥃 tumbler_glass|liquor scotch shot whiskey whisky
🫗 pouring_liquid|accident drink empty glass oops spill
🥤 cup_with_straw|drink juice malt soda soft water
🧋 bubble_tea|boba food milk pearl
🧃 beverage_box|juice straw sweet
🧉 mate|drink
🧊 ice_cube|cold iceberg
🥢 chopsticks|hashi jeotgarak kuaizi
🍽️ plate_with_cutlery|fork and knife cooking dinner eat
🍴 fork_and_knife|breakfast breaky cooking cutlery delicious dinner
🥄 spoon|eat tableware
🔪 hocho knife|kitchen chef cooking tool weapon
🫙 jar|condiment container empty nothing sauce store
🏺 amphora|aquarius cooking drink jug tool weapon
# 5
🌍 earth_africa|globe showing europe world
🌎 earth_americas|globe showing world
🌏 earth_asia|globe showing australia world
🌐 globe_with_meridians|earth internet web world worldwide
🗺️ world_map
🗾 japan|map
🧭 compass|direction magnetic navigation orienteering
🏔️ mountain_snow|capped cold
⛰️ mountain
🛘 landslide|avalanche danger disaster earthquake mountain mudslide
🌋 volcano|eruption mountain nature
🗻 mount_fuji|mountain nature
🏕️ camping
🏖️ beach_umbrella|with
🏜️ desert
🏝️ desert_island
🏞️ national_park
🏟️ stadium
🏛️ classical_building
🏗️ building_construction|crane
🧱 bricks|clay mortar wall
🪨 rock|boulder heavy solid stone tough
🪵 wood|log lumber timber
🛖 hut|home house roundhouse shelter yurt
🏘️ houses
🏚️ derelict_house|home
🏠 house|building country heart home ranch settle
🏡 house_with_garden|building country heart home ranch settle
🏢 office|building city cubical job
🏣 post_office|japanese building
🏤 european_post_office|building
🏥 hospital|building doctor medicine
🏦 bank|building
🏨 hotel|building
🏩 love_hotel|building
🏪 convenience_store|building hours
🏫 school|building
🏬 department_store|building
🏭 factory|building
🏯 japanese_castle|building
🏰 european_castle|building
💒 wedding|chapel hitched nuptials romance
🗼 tokyo_tower
🗽 statue_of_liberty|new nyc york
⛪ church|bless chapel christian cross religion
🕌 mosque|islam masjid muslim religion
🛕 hindu_temple
🕍 synagogue|jew jewish judaism religion temple
⛩️ shinto_shrine|religion
🕋 kaaba|hajj islam muslim religion umrah
⛲ fountain
⛺ tent|camping
🌁 foggy
🌃 night_with_stars
🏙️ cityscape
🌄 sunrise_over_mountains|morning
🌅 sunrise|morning nature
🌆 city_sunset|cityscape dusk building evening landscape
🌇 city_sunrise|sunset building dusk
🌉 bridge_at_night
♨️ hotsprings|steaming
🎠 carousel_horse|entertainment
🛝 playground_slide|amusement park playing sliding theme
🎡 ferris_wheel|amusement park theme
🎢 roller_coaster|amusement park theme
💈 barber|pole cut fresh haircut shave
🎪 circus_tent
🚂 steam_locomotive|caboose engine railway train trains travel
🚃 railway_car|electric train tram travel trolleybus
🚄 bullettrain_side|high speed railway shinkansen
🚅 bullettrain_front|high speed nose railway shinkansen travel
🚆 train2|arrived choo railway
🚇 metro|subway travel
🚈 light_rail|arrived monorail railway
🚉 station|railway train
🚊 tram|trolleybus
🚝 monorail|vehicle
🚞 mountain_railway|car trip
🚋 train|tram car bus trolley trolleybus
🚌 bus|school vehicle
🚍 oncoming_bus|cars
🚎 trolleybus|tram
🚐 minibus|drive van vehicle
🚑 ambulance|emergency vehicle
🚒 fire_engine|truck
🚓 police_car|cops patrol
🚔 oncoming_police_car
🚕 taxi|cab cabbie car drive vehicle yellow
🚖 oncoming_taxi|cab cabbie cars drove hail yellow
🚗 car red_car|automobile driving vehicle
🚘 oncoming_automobile|car cars drove vehicle
🚙 blue_car|sport utility vehicle drive recreational sportutility
🛻 pickup_truck|automobile car flatbed transportation
🚚 truck|delivery car drive vehicle
🚛 articulated_lorry|car drive move semi truck vehicle
🚜 tractor|vehicle
🏎️ racing_car|zoom
🏍️ motorcycle|racing
🛵 motor_scooter
🦽 manual_wheelchair|accessibility
🦼 motorized_wheelchair|accessibility
🛺 auto_rickshaw|tuk
🚲 bike|bicycle class cycle cycling cyclist gang
🛴 kick_scooter
🛹 skateboard|skater wheels
🛼 roller_skate|blades skates sport
🚏 busstop
🛣️ motorway|highway road
🛤️ railway_track|train
🛢️ oil_drum
⛽ fuelpump|diesel gas gasoline station
🛞 wheel|car circle tire turn vehicle
🚨 rotating_light|police car alarm alert beacon emergency
🚥 traffic_light|horizontal intersection signal stop stoplight
🚦 vertical_traffic_light|drove intersection signal stop stoplight
🛑 stop_sign|octagonal
🚧 construction|barrier
⚓ anchor|ship tool
🛟 ring_buoy|float life lifesaver preserver rescue safety
⛵ boat sailboat|resort sailing sea yacht
🛶 canoe|boat
🚤 speedboat|billionaire lake luxury millionaire summer travel
🛳️ passenger_ship
⛴️ ferry|boat passenger
🛥️ motor_boat|motorboat
🚢 ship|boat passenger travel
✈️ airplane|aeroplane fly flying jet travel
🛩️ small_airplane|aeroplane
🛫 flight_departure|airplane aeroplane check departures plane
🛬 flight_arrival|airplane aeroplane arrivals arriving landing plane
🪂 parachute|hang glide parasail skydive
💺 seat|chair
🚁 helicopter|roflcopter travel vehicle
🚟 suspension_railway
🚠 mountain_cableway|gondola lift ski
🚡 aerial_tramway|cable car gondola ropeway
🛰️ artificial_satellite|space
🚀 rocket|launch rockets space travel
🛸 flying_saucer|aliens extra terrestrial ufo
🛎️ bellhop_bell|hotel
🧳 luggage|bag packing roller suitcase travel
⌛ hourglass|done sand time timer
⏳ hourglass_flowing_sand|not done hours timer waiting yolo
⌚ watch|clock time
⏰ alarm_clock|hours hrs late time waiting
⏱️ stopwatch|clock time
⏲️ timer_clock
🕰️ mantelpiece_clock|time
🕛 clock12|twelve time
🕧 clock1230|twelve thirty time
🕐 clock1|one time
🕜 clock130|one thirty time
🕑 clock2|two time
🕝 clock230|two thirty time
🕒 clock3|three time
🕞 clock330|three thirty time
🕓 clock4|four time
🕟 clock430|four thirty time
🕔 clock5|five time
🕠 clock530|five thirty time
🕕 clock6|six time
🕡 clock630|six thirty
🕖 clock7|seven
🕢 clock730|seven thirty
🕗 clock8|eight time
🕣 clock830|eight thirty time
🕘 clock9|nine time
🕤 clock930|nine thirty time
🕙 clock10|ten
🕥 clock1030|ten thirty time
🕚 clock11|eleven time
🕦 clock1130|eleven thirty time
🌑 new_moon|dark space
🌒 waxing_crescent_moon|dreams space
🌓 first_quarter_moon|space
🌔 moon waxing_gibbous_moon|space
🌕 full_moon|space
🌖 waning_gibbous_moon|space
🌗 last_quarter_moon|space
🌘 waning_crescent_moon|space
🌙 crescent_moon|ramadan space
🌚 new_moon_with_face|space
🌛 first_quarter_moon_with_face|space
🌜 last_quarter_moon_with_face|dreams
🌡️ thermometer|weather
☀️ sunny|bright rays space weather
🌝 full_moon_with_face|bright
🌞 sun_with_face|beach bright day heat shine sunny
🪐 ringed_planet|saturn saturnine
⭐ star|astronomy medium stars white
🌟 star2|glowing glittery glow night shining sparkle
🌠 stars|shooting falling night space
🌌 milky_way|space
☁️ cloud|weather
⛅ partly_sunny|behind cloud cloudy weather
⛈️ cloud_with_lightning_and_rain|thunder thunderstorm
🌤️ sun_behind_small_cloud|weather
🌥️ sun_behind_large_cloud|weather
🌦️ sun_behind_rain_cloud|weather
🌧️ cloud_with_rain|weather
🌨️ cloud_with_snow|cold weather
🌩️ cloud_with_lightning|weather
🌪️ tornado|cloud weather whirlwind
🌫️ fog|cloud weather
🌬️ wind_face|blow cloud
🌀 cyclone|dizzy hurricane twister typhoon weather
🌈 rainbow|gay genderqueer glbt glbtq lesbian lgbt
🌂 closed_umbrella|clothing rain
☂️ open_umbrella|clothing rain
☔ umbrella|with rain drops clothing drop weather
⛱️ parasol_on_ground|umbrella rain sun
⚡ zap|high voltage danger electric electricity lightning
❄️ snowflake|cold weather
☃️ snowman_with_snow|cold
⛄ snowman|without cold
☄️ comet|space
🔥 fire|burn flame hot lit litaf tool
💧 droplet|cold comic nature sad sweat tear
🌊 ocean|water wave nature surf surfer surfing
# 6
🎃 jack_o_lantern|celebration halloween pumpkin
🎄 christmas_tree|celebration
🎆 fireworks|boom celebration entertainment yolo
🎇 sparkler|boom celebration fireworks
🧨 firecracker|dynamite explosive fireworks light pop popping
✨ sparkles|magic star
🎈 balloon|birthday celebrate celebration
🎉 tada|party popper awesome birthday celebrate celebration
🎊 confetti_ball|celebrate celebration party woohoo
🎋 tanabata_tree|banner celebration japanese
🎍 bamboo|pine decoration celebration japanese plant
🎎 dolls|japanese celebration festival
🎏 flags|carp streamer celebration
🎐 wind_chime|bell celebration
🎑 rice_scene|moon viewing ceremony celebration
🧧 red_envelope|gift good hóngbāo lai luck money
🎀 ribbon|celebration
🎁 gift|wrapped birthday bow box celebration christmas
🎗️ reminder_ribbon|celebration
🎟️ tickets|admission
🎫 ticket|admission stub
🎖️ medal_military|award celebration
🏆 trophy|champion champs prize slay sport victory
🏅 medal_sports|award gold winner
🥇 1st_place_medal|first gold
🥈 2nd_place_medal|second silver
🥉 3rd_place_medal|bronze third
⚽ soccer|ball football futbol sport
⚾ baseball|sport
🥎 softball|glove sports underarm
🏀 basketball|hoop sport
🏐 volleyball|game
🏈 football|american bowl sport super
🏉 rugby_football|sport
🎾 tennis|ball racquet sport
🥏 flying_disc|ultimate
🎳 bowling|ball game sport strike
🏏 cricket_game|ball bat
🏑 field_hockey|ball game stick
🏒 ice_hockey|game puck stick
🥍 lacrosse|ball goal sports stick
🏓 ping_pong|ball bat game paddle pingpong table
🏸 badminton|birdie game racquet shuttlecock
🥊 boxing_glove
🥋 martial_arts_uniform|judo karate taekwondo
🥅 goal_net
⛳ golf|flag hole sport
⛸️ ice_skate|skating
🎣 fishing_pole_and_fish|entertainment sport
🤿 diving_mask|scuba snorkeling
🎽 running_shirt_with_sash|athletics
🎿 ski|skis snow sport
🛷 sled|luge sledge sleigh snow toboggan
🥌 curling_stone|game rock
🎯 dart|bullseye bull direct entertainment game hit
🪀 yo_yo|fluctuate toy
🪁 kite|fly soar
🔫 gun|water pistol handgun revolver tool weapon
🎱 8ball|pool billiard eight game
🔮 crystal_ball|fairy fairytale fantasy fortune future magic
🪄 magic_wand|magician witch wizard
🎮 video_game|controller entertainment
🕹️ joystick|game video videogame
🎰 slot_machine|casino gamble gambling game slots
🎲 game_die|dice entertainment
🧩 jigsaw|puzzle piece clue interlocking
🧸 teddy_bear|plaything plush stuffed toy
🪅 pinata|piñata candy celebrate celebration cinco festive
🪩 mirror_ball|dance disco glitter party
🪆 nesting_dolls|babooshka baboushka babushka matryoshka russia
♠️ spades|suit card game
♥️ hearts|suit card emotion game
♦️ diamonds|suit card game
♣️ clubs|suit card game
♟️ chess_pawn|dupe expendable
🃏 black_joker|card game wildcard
🀄 mahjong|red dragon game
🎴 flower_playing_cards|game japanese
🎭 performing_arts|actor actress entertainment mask theater theatre
🖼️ framed_picture|art museum painting
🎨 art|artist palette artsy arty colorful creative
🧵 thread|needle sewing spool string
🪡 sewing_needle|embroidery stitches sutures tailoring thread
🧶 yarn|ball crochet knit
🪢 knot|cord rope tangled tie twine twist
# 7
👓 eyeglasses|clothing eyewear
🕶️ dark_sunglasses|eye eyewear
🥽 goggles|dive eye protection scuba swimming welding
🥼 lab_coat|clothes doctor experiment jacket scientist white
🦺 safety_vest|emergency
👔 necktie|clothing employed serious shirt
👕 shirt tshirt|blue casual clothes clothing collar dressed
👖 jeans|blue casual clothes clothing denim dressed
🧣 scarf|bundle cold neck
🧤 gloves|hand
🧥 coat|brr bundle cold jacket
🧦 socks|stocking
👗 dress|clothes clothing dressed fancy shopping
👘 kimono|clothing comfortable
🥻 sari|clothing dress
🩱 one_piece_swimsuit|bathing
🩲 swim_brief|briefs bathing one piece suit swimsuit
🩳 shorts|bathing pants suit swimsuit underwear
👙 bikini|bathing beach clothing pool suit swim
👚 womans_clothes|blouse clothing collar dress dressed lady
🪭 folding_hand_fan|clack clap cool cooling dance flirt
👛 purse|clothes clothing coin dress fancy handbag
👜 handbag|clothes clothing dress lady purse shopping
👝 pouch|clutch bag clothes clothing dress handbag
🛍️ shopping|bags bag hotel
🎒 school_satchel|backpack backpacking bag bookbag education rucksack
🩴 thong_sandal|beach flip flop sandals shoe thongs
👞 mans_shoe shoe|brown clothes clothing feet foot kick
👟 athletic_shoe|running clothes clothing fast kick shoes
🥾 hiking_boot|backpacking brown camping outdoors shoe
🥿 flat_shoe|ballet comfy flats slip slipper
👠 high_heel|heeled shoe clothes clothing dress fashion
👡 sandal|woman clothing shoe
🩰 ballet_shoes|dance
👢 boot|woman clothes clothing dress shoe shoes
🪮 hair_pick|afro comb groom
👑 crown|clothing family king medieval queen royal
👒 womans_hat|clothes clothing garden hats party
🎩 tophat|clothes clothing fancy formal magic
🎓 mortar_board|graduation cap celebration clothing education hat
🧢 billed_cap|baseball bent dad hat
🪖 military_helmet|army soldier war warrior
⛑️ rescue_worker_helmet|aid cross face hat
📿 prayer_beads|clothing necklace religion
💄 lipstick|cosmetics date makeup
💍 ring|diamond engaged engagement married romance shiny
💎 gem|stone diamond engagement jewel money romance
🔇 mute|muted speaker quiet silent sound
🔈 speaker|low volume soft sound
🔉 sound|speaker medium volume
🔊 loud_sound|speaker high volume music
📢 loudspeaker|address communication public sound
📣 mega|megaphone cheering sound
📯 postal_horn
🔔 bell|break church sound
🔕 no_bell|with slash forbidden mute not prohibited
🎼 musical_score|note
🎵 musical_note|sound
🎶 notes|musical music sound
🎙️ studio_microphone|music
🎚️ level_slider|music
🎛️ control_knobs|music
🎤 microphone|karaoke music sing sound
🎧 headphones|earbud sound
📻 radio|entertainment tbt video
🎷 saxophone|instrument music
🎺 trumpet|instrument music
🪊 trombone|brass instrument jazz music sad slide
🪗 accordion|box concertina instrument music squeeze squeezebox
🎸 guitar|instrument music strat
🎹 musical_keyboard|instrument piano
🎻 violin|instrument music
🪕 banjo|music stringed
🥁 drum|drumsticks music
🪘 long_drum|beat conga instrument rhythm
🪇 maracas|cha dance instrument music party percussion
🪈 flute|band fife flautist instrument marching music
🪉 harp|cupid instrument love music orchestra
📱 iphone|mobile cell communication telephone
📲 calling|mobile phone with arrow build cell
☎️ phone telephone
📞 telephone_receiver|communication voip
📟 pager|communication
📠 fax|machine communication
🔋 battery
🪫 low_battery|drained electronic energy power
🔌 electric_plug|electricity
💻 computer|laptop office personal
🖥️ desktop_computer|monitor
🖨️ printer|computer
⌨️ keyboard|computer
🖱️ computer_mouse
🖲️ trackball|computer
💽 minidisc|computer disk minidisk optical
💾 floppy_disk|computer
💿 cd|optical disk blu ray computer dvd
📀 dvd|blu ray computer disk optical
🧮 abacus|calculation calculator
🎥 movie_camera|bollywood cinema film hollywood record
🎞️ film_strip|frames cinema movie
📽️ film_projector|cinema movie video
🎬 clapper|board action movie
📺 tv|television video
📷 camera|photo selfie snap tbt trip video
📸 camera_flash|with video
📹 video_camera|camcorder tbt
📼 vhs|videocassette old school tape vcr video
🔍 mag|magnifying glass tilted left lab pointing
🔎 mag_right|magnifying glass tilted contact lab pointing
🕯️ candle|light
💡 bulb|light comic electric idea
🔦 flashlight|electric tool torch
🏮 izakaya_lantern lantern|red paper bar light restaurant
🪔 diya_lamp|light oil
📔 notebook_with_decorative_cover|decorated education school writing
📕 closed_book|education
📖 book open_book|education fantasy knowledge library novels reading
📗 green_book|education fantasy library reading
📘 blue_book|education fantasy library reading
📙 orange_book|education fantasy library reading
📚 books|education fantasy knowledge library novels reading
📓 notebook
📒 ledger|notebook
📃 page_with_curl|document paper
📜 scroll|paper
📄 page_facing_up|document paper
📰 newspaper|communication
🗞️ newspaper_roll|rolled
📑 bookmark_tabs|marker
🔖 bookmark
🏷️ label|tag
🪙 coin|dollar euro gold metal money rich
💰 moneybag|bank bet billion cash cost dollar
🪎 treasure_chest|gem gold jewels loot money prize
💴 yen|banknote bank bill currency money note
💵 dollar|banknote bank bill currency money note
💶 euro|banknote 100 bank bill currency money
💷 pound|banknote bank bill billion cash currency
💸 money_with_wings|bank banknote bill billion cash dollar
💳 credit_card|bank cash charge money pay
🧾 receipt|accounting bookkeeping evidence invoice proof
💹 chart|increasing with yen bank currency graph
✉️ envelope|mail email letter
📧 e-mail email|letter
📨 incoming_envelope|delivering mail email letter receive sent
📩 envelope_with_arrow|communication down mail email letter outgoing
📤 outbox_tray|email letter mail sent
📥 inbox_tray|email letter mail receive zero
📦 package|box communication delivery parcel shipping
📫 mailbox|closed with raised flag communication postbox
📪 mailbox_closed|with lowered flag postbox
📬 mailbox_with_mail|open raised flag postbox
📭 mailbox_with_no_mail|open lowered flag postbox
📮 postbox|mail mailbox
🗳️ ballot_box|with
✏️ pencil2
✒️ black_nib|pen
🖋️ fountain_pen
🖊️ pen|ballpoint
🖌️ paintbrush|painting
🖍️ crayon
📝 memo pencil|communication media notes
💼 briefcase|office
📁 file_folder
📂 open_file_folder
🗂️ card_index_dividers
📅 date|calendar
📆 calendar|tear off
🗒️ spiral_notepad
🗓️ spiral_calendar|pad
📇 card_index|old rolodex school
📈 chart_with_upwards_trend|increasing data graph growth right
📉 chart_with_downwards_trend|decreasing data graph negative
📊 bar_chart|data graph
📋 clipboard|list notes
📌 pushpin|collage
📍 round_pushpin|location map
📎 paperclip
🖇️ paperclips|linked link
📏 straight_ruler|angle edge math straightedge
📐 triangular_ruler|angle math set slide triangle
✂️ scissors|cut cutting paper tool
🗃️ card_file_box
🗄️ file_cabinet|filing paper
🗑️ wastebasket|can garbage trash
🔒 lock|locked closed private
🔓 unlock|unlocked cracked open
🔏 lock_with_ink_pen|locked nib privacy
🔐 closed_lock_with_key|locked bike secure
🔑 key|keys lock major password unlock
🗝️ old_key|clue lock
🔨 hammer|home improvement repairs tool
🪓 axe|chop hatchet split wood
⛏️ pick|hammer mining tool
⚒️ hammer_and_pick|tool
🛠️ hammer_and_wrench|spanner tool
🗡️ dagger|knife weapon
⚔️ crossed_swords|weapon
💣 bomb|boom comic dangerous explosion hot
🪃 boomerang|rebound repercussion weapon
🏹 bow_and_arrow|archer archery sagittarius tool weapon zodiac
🛡️ shield|weapon
🪚 carpentry_saw|carpenter cut lumber tool trim
🔧 wrench|home improvement spanner tool
🪛 screwdriver|flathead handy tool
🔩 nut_and_bolt|home improvement tool
⚙️ gear|cog cogwheel tool
🗜️ clamp|compress tool vice
⚖️ balance_scale|justice libra scales tool weight zodiac
🦯 probing_cane|white accessibility blind
🔗 link|links
⛓️‍💥 broken_chain|break breaking cuffs freedom
⛓️ chains
🪝 hook|catch crook curve ensnare point selling
🧰 toolbox|chest mechanic red
🧲 magnet|attraction horseshoe magnetic negative positive shape
🪜 ladder|climb rung step
🪏 shovel|bury dig garden hole plant scoop
⚗️ alembic|chemistry tool
🧪 test_tube|chemist chemistry experiment lab science
🧫 petri_dish|bacteria biologist biology culture lab
🧬 dna|biologist evolution gene genetics life
🔬 microscope|experiment lab science tool
🔭 telescope|contact extraterrestrial science tool
📡 satellite|antenna aliens contact dish science
💉 syringe|doctor flu medicine needle shot sick
🩸 drop_of_blood|bleed donation injury medicine menstruation
💊 pill|doctor drugs medicated medicine pills sick
🩹 adhesive_bandage
🩼 crutch|aid cane disability help hurt injured
🩺 stethoscope|doctor heart medicine
🩻 x_ray|bones doctor medical skeleton skull xray
🚪 door|back closet front
🛗 elevator|accessibility hoist lift
🪞 mirror|makeup reflection reflector speculum
🪟 window|air frame fresh opening transparent view
🛏️ bed|hotel sleep
🛋️ couch_and_lamp|hotel
🪑 chair|seat sit
🚽 toilet|bathroom
🪠 plunger|cup force plumber poop suction toilet
🚿 shower|water
🛁 bathtub
🪤 mouse_trap|bait cheese lure mousetrap snare
🪒 razor|sharp shave
🧴 lotion_bottle|moisturizer shampoo sunscreen
🧷 safety_pin|diaper punk rock
🧹 broom|cleaning sweeping witch
🧺 basket|farming laundry picnic
🧻 roll_of_paper|toilet towels
🪣 bucket|cask pail vat
🧼 soap|bar bathing clean cleaning lather soapdish
🫧 bubbles|burp clean floating pearl soap underwater
🪥 toothbrush|bathroom clean dental hygiene teeth toiletry
🧽 sponge|absorbing cleaning porous soak
🧯 fire_extinguisher|quench
🛒 shopping_cart|trolley
🚬 smoking|cigarette
⚰️ coffin|dead death vampire
🪦 headstone|cemetery dead grave graveyard memorial rip
⚱️ funeral_urn|ashes death
🧿 nazar_amulet|bead blue charm evil eye talisman
🪬 hamsa|amulet fatima fortune guide hand mary
🗿 moyai|moai face statue stoneface travel
🪧 placard|demonstration notice picket plaque protest sign
🪪 identification_card|credentials document license security
# 8
🏧 atm|sign automated bank cash money teller
🚮 put_litter_in_its_place|bin sign litterbin
🚰 potable_water|drinking
♿ wheelchair|symbol access handicap
🚹 mens|room bathroom lavatory man restroom toilet
🚺 womens|room bathroom lavatory restroom toilet woman
🚻 restroom|bathroom lavatory toilet
🚼 baby_symbol|changing
🚾 wc|water closet bathroom lavatory restroom toilet
🛂 passport_control
🛃 customs|packing
🛄 baggage_claim|arrived bags case checked journey packing
🛅 left_luggage|baggage case locker
⚠️ warning|caution
🚸 children_crossing|pedestrian traffic
⛔ no_entry|fail forbidden not pass prohibited traffic
🚫 no_entry_sign|prohibited forbidden not smoke
🚳 no_bicycles|bike forbidden not prohibited
🚭 no_smoking|forbidden not prohibited smoke
🚯 do_not_litter|littering forbidden prohibited
🚱 non-potable_water|dry drinking prohibited
🚷 no_pedestrians|forbidden not prohibited
📵 no_mobile_phones|cell forbidden not prohibited telephone
🔞 underage|one eighteen forbidden not prohibited restriction
☢️ radioactive|sign
☣️ biohazard|sign
⬆️ arrow_up|cardinal direction north
↗️ arrow_upper_right|direction intercardinal northeast
➡️ arrow_right|cardinal direction east
↘️ arrow_lower_right|down direction intercardinal southeast
⬇️ arrow_down|cardinal direction south
↙️ arrow_lower_left|down direction intercardinal southwest
⬅️ arrow_left|cardinal direction west
↖️ arrow_upper_left|direction intercardinal northwest
↕️ arrow_up_down
↔️ left_right_arrow
↩️ leftwards_arrow_with_hook|right curving
↪️ arrow_right_hook|left curving
⤴️ arrow_heading_up|right curving
⤵️ arrow_heading_down|right curving
🔃 arrows_clockwise|vertical refresh reload
🔄 arrows_counterclockwise|button again anticlockwise deja refresh rewindershins
🔙 back|arrow
🔚 end|arrow
🔛 on|arrow mark
🔜 soon|arrow brb omw
🔝 top|arrow homie
🛐 place_of_worship|pray religion
⚛️ atom_symbol|atheist
🕉️ om|hindu religion
✡️ star_of_david|jew jewish judaism religion
☸️ wheel_of_dharma|buddhist religion
☯️ yin_yang|difficult lives religion tao taoist total
✝️ latin_cross|christ christian religion
☦️ orthodox_cross|christian religion
☪️ star_and_crescent|islam muslim ramadan religion
☮️ peace_symbol|healing peaceful
🕎 menorah|candelabrum candlestick hanukkah jewish judaism religion
🔯 six_pointed_star|dotted fortune jewish judaism
🪯 khanda|deg fateh khalsa religion sikh sikhism
♈ aries|horoscope ram zodiac
♉ taurus|bull horoscope zodiac
♊ gemini|horoscope twins zodiac
♋ cancer|crab horoscope zodiac
♌ leo|horoscope lion zodiac
♍ virgo|horoscope zodiac
♎ libra|balance horoscope justice scales zodiac
♏ scorpius|scorpio horoscope scorpion zodiac
♐ sagittarius|archer horoscope zodiac
♑ capricorn|goat horoscope zodiac
♒ aquarius|bearer horoscope water zodiac
♓ pisces|fish horoscope zodiac
⛎ ophiuchus|bearer serpent snake zodiac
🔀 twisted_rightwards_arrows|shuffle tracks button crossed
🔁 repeat|button arrow clockwise
🔂 repeat_one|single button arrow clockwise once
▶️ arrow_forward|play button right triangle
⏩ fast_forward|button arrow double
⏭️ next_track_button|arrow scene triangle
⏯️ play_or_pause_button|arrow right triangle
◀️ arrow_backward|reverse button left triangle
⏪ rewind|fast reverse button arrow double
⏮️ previous_track_button|last arrow scene triangle
🔼 arrow_up_small|upwards button red
⏫ arrow_double_up|fast button
🔽 arrow_down_small|downwards button red
⏬ arrow_double_down|fast button
⏸️ pause_button|bar double vertical
⏹️ stop_button|square
⏺️ record_button|circle
⏏️ eject_button
🎦 cinema|camera film movie
🔅 low_brightness|dim button
🔆 high_brightness|button light
📶 signal_strength|antenna bars bar cell communication mobile
🛜 wireless|broadband computer connectivity hotspot internet network
📳 vibration_mode|cell communication mobile phone telephone
📴 mobile_phone_off|cell telephone
♀️ female_sign|woman
♂️ male_sign|man
⚧️ transgender_symbol
✖️ heavy_multiplication_x|multiply cancel sign
➕ heavy_plus_sign
➖ heavy_minus_sign|math
➗ heavy_division_sign|divide math
🟰 heavy_equals_sign|answer equality math
♾️ infinity|forever unbounded universal
‼️ bangbang|double exclamation mark punctuation
⁉️ interrobang|exclamation question mark punctuation
❓ question|red mark punctuation
❔ grey_question|white mark outlined punctuation
❕ grey_exclamation|white mark outlined punctuation
❗ exclamation heavy_exclamation_mark|red punctuation
〰️ wavy_dash|punctuation
💱 currency_exchange|bank money
💲 heavy_dollar_sign|billion cash charge currency million money
⚕️ medical_symbol|aesculapius medicine staff
♻️ recycle|recycling symbol
⚜️ fleur_de_lis|knights
🔱 trident|emblem anchor poseidon ship tool
📛 name_badge
🔰 beginner|japanese symbol for chevron green leaf
⭕ o|hollow red circle heavy large
✅ white_check_mark|button checked checkmark complete completed done
☑️ ballot_box_with_check|checked done off tick
✔️ heavy_check_mark|checked checkmark done tick
❌ x|cross mark cancel multiplication multiply
❎ negative_squared_cross_mark|button multiplication multiply
➰ curly_loop
➿ loop|double curly curl
〽️ part_alternation_mark
✳️ eight_spoked_asterisk
✴️ eight_pointed_black_star
❇️ sparkle
©️ copyright
®️ registered
™️ tm|trade mark trademark
🫟 splatter|drip holi ink liquid mess paint
#️⃣ hash|keycap
*️⃣ asterisk|keycap
0️⃣ zero|keycap
1️⃣ one|keycap
2️⃣ two|keycap
3️⃣ three|keycap
4️⃣ four|keycap
5️⃣ five|keycap
6️⃣ six|keycap
7️⃣ seven|keycap
8️⃣ eight|keycap
9️⃣ nine|keycap
🔟 keycap_ten
🔠 capital_abcd|input latin uppercase letters
🔡 abcd|input latin lowercase letters
🔢 1234|input numbers
🔣 symbols|input
🔤 abc|input latin letters alphabet
🅰️ a|button blood type
🆎 ab|button blood type
🅱️ b|button blood type
🆑 cl|button
🆒 cool|button
🆓 free|button
ℹ️ information_source
🆔 id|button identity
Ⓜ️ m|circled circle
🆕 new|button
🆖 ng|button
🅾️ o2|button blood type
🆗 ok|button okay
🅿️ parking|button
🆘 sos|button help
🆙 up|button mark
🆚 vs|button versus
🈁 koko|japanese here button katakana
🈂️ sa|japanese service charge button katakana
🈷️ u6708|japanese monthly amount button ideograph
🈶 u6709|japanese not free charge button ideograph
🈯 u6307|japanese reserved button ideograph
🉐 ideograph_advantage|japanese bargain button
🈹 u5272|japanese discount button ideograph
🈚 u7121|japanese free charge button ideograph
🈲 u7981|japanese prohibited button ideograph
🉑 accept|japanese acceptable button ideograph
🈸 u7533|japanese application button ideograph
🈴 u5408|japanese passing grade button ideograph
🈳 u7a7a|japanese vacancy button ideograph
㊗️ congratulations|japanese button ideograph
㊙️ secret|japanese button ideograph
🈺 u55b6|japanese open for business button ideograph
🈵 u6e80|japanese vacancy button ideograph
🔴 red_circle|geometric
🟠 orange_circle
🟡 yellow_circle
🟢 green_circle
🔵 large_blue_circle|geometric
🟣 purple_circle
🟤 brown_circle
⚫ black_circle|geometric
⚪ white_circle|geometric
🟥 red_square|card penalty
🟧 orange_square
🟨 yellow_square|card penalty
🟩 green_square
🟦 blue_square
🟪 purple_square
🟫 brown_square
⬛ black_large_square|geometric
⬜ white_large_square|geometric
◼️ black_medium_square|geometric
◻️ white_medium_square|geometric
◾ black_medium_small_square|geometric
◽ white_medium_small_square|geometric
▪️ black_small_square|geometric
▫️ white_small_square|geometric
🔶 large_orange_diamond|geometric
🔷 large_blue_diamond|geometric
🔸 small_orange_diamond|geometric
🔹 small_blue_diamond|geometric
🔺 small_red_triangle|pointed geometric
🔻 small_red_triangle_down|pointed geometric
💠 diamond_shape_with_a_dot_inside|comic geometric
🔘 radio_button|geometric
🔳 white_square_button|geometric outlined
🔲 black_square_button|geometric
# 9
🏁 checkered_flag|chequered finish flags game race racing
🚩 triangular_flag_on_post|construction golf
🎌 crossed_flags|celebration japanese
🏴 black_flag|waving
🏳️ white_flag|waving
🏳️‍🌈 rainbow_flag|bisexual gay genderqueer glbt glbtq lesbian
🏳️‍⚧️ transgender_flag|blue light pink white
🏴‍☠️ pirate_flag|jolly plunder roger treasure
🇦🇨 ascension_island|flag
🇦🇩 andorra|flag
🇦🇪 united_arab_emirates|flag
🇦🇫 afghanistan|flag
🇦🇬 antigua_barbuda|flag
🇦🇮 anguilla|flag
🇦🇱 albania|flag
🇦🇲 armenia|flag
🇦🇴 angola|flag
🇦🇶 antarctica|flag
🇦🇷 argentina|flag
🇦🇸 american_samoa|flag
🇦🇹 austria|flag
🇦🇺 australia|flag
🇦🇼 aruba|flag
🇦🇽 aland_islands|flag åland
🇦🇿 azerbaijan|flag
🇧🇦 bosnia_herzegovina|flag
🇧🇧 barbados|flag
🇧🇩 bangladesh|flag
🇧🇪 belgium|flag
🇧🇫 burkina_faso|flag
🇧🇬 bulgaria|flag
🇧🇭 bahrain|flag
🇧🇮 burundi|flag
🇧🇯 benin|flag
🇧🇱 st_barthelemy|flag barthélemy
🇧🇲 bermuda|flag
🇧🇳 brunei|flag
🇧🇴 bolivia|flag
🇧🇶 caribbean_netherlands|flag
🇧🇷 brazil|flag
🇧🇸 bahamas|flag
🇧🇹 bhutan|flag
🇧🇻 bouvet_island|flag
🇧🇼 botswana|flag
🇧🇾 belarus|flag
🇧🇿 belize|flag
🇨🇦 canada|flag
🇨🇨 cocos_islands|flag keeling
🇨🇩 congo_kinshasa|flag
🇨🇫 central_african_republic|flag
🇨🇬 congo_brazzaville|flag
🇨🇭 switzerland|flag
🇨🇮 cote_divoire|flag côte
🇨🇰 cook_islands|flag
🇨🇱 chile|flag
🇨🇲 cameroon|flag
🇨🇳 cn|flag china
🇨🇴 colombia|flag
🇨🇵 clipperton_island|flag
🇨🇶 flag_cq sark
🇨🇷 costa_rica|flag
🇨🇺 cuba|flag
🇨🇻 cape_verde|flag
🇨🇼 curacao|flag curaçao
🇨🇽 christmas_island|flag
🇨🇾 cyprus|flag
🇨🇿 czech_republic|flag czechia
🇩🇪 de|flag germany
🇩🇬 diego_garcia|flag
🇩🇯 djibouti|flag
🇩🇰 denmark|flag
🇩🇲 dominica|flag
🇩🇴 dominican_republic|flag
🇩🇿 algeria|flag
🇪🇦 ceuta_melilla|flag
🇪🇨 ecuador|flag
🇪🇪 estonia|flag
🇪🇬 egypt|flag
🇪🇭 western_sahara|flag
🇪🇷 eritrea|flag
🇪🇸 es|flag spain
🇪🇹 ethiopia|flag
🇪🇺 eu european_union|flag
🇫🇮 finland|flag
🇫🇯 fiji|flag
🇫🇰 falkland_islands|flag
🇫🇲 micronesia|flag
🇫🇴 faroe_islands|flag
🇫🇷 fr|flag france
🇬🇦 gabon|flag
🇬🇧 gb uk|flag united kingdom
🇬🇩 grenada|flag
🇬🇪 georgia|flag
🇬🇫 french_guiana|flag
🇬🇬 guernsey|flag
🇬🇭 ghana|flag
🇬🇮 gibraltar|flag
🇬🇱 greenland|flag
🇬🇲 gambia|flag
🇬🇳 guinea|flag
🇬🇵 guadeloupe|flag
🇬🇶 equatorial_guinea|flag
🇬🇷 greece|flag
🇬🇸 south_georgia_south_sandwich_islands|flag
🇬🇹 guatemala|flag
🇬🇺 guam|flag
🇬🇼 guinea_bissau|flag
🇬🇾 guyana|flag
🇭🇰 hong_kong|flag sar china
🇭🇲 heard_mcdonald_islands|flag
🇭🇳 honduras|flag
🇭🇷 croatia|flag
🇭🇹 haiti|flag
🇭🇺 hungary|flag
🇮🇨 canary_islands|flag
🇮🇩 indonesia|flag
🇮🇪 ireland|flag
🇮🇱 israel|flag
🇮🇲 isle_of_man|flag
🇮🇳 india|flag
🇮🇴 british_indian_ocean_territory|flag
🇮🇶 iraq|flag
🇮🇷 iran|flag
🇮🇸 iceland|flag
🇮🇹 it|flag italy
🇯🇪 jersey|flag
🇯🇲 jamaica|flag
🇯🇴 jordan|flag
🇯🇵 jp|flag japan
🇰🇪 kenya|flag
🇰🇬 kyrgyzstan|flag
🇰🇭 cambodia|flag
🇰🇮 kiribati|flag
🇰🇲 comoros|flag
🇰🇳 st_kitts_nevis|flag
🇰🇵 north_korea|flag
🇰🇷 kr|flag south korea
🇰🇼 kuwait|flag
🇰🇾 cayman_islands|flag
🇰🇿 kazakhstan|flag
🇱🇦 laos|flag
🇱🇧 lebanon|flag
🇱🇨 st_lucia|flag
🇱🇮 liechtenstein|flag
🇱🇰 sri_lanka|flag
🇱🇷 liberia|flag
🇱🇸 lesotho|flag
🇱🇹 lithuania|flag
🇱🇺 luxembourg|flag
🇱🇻 latvia|flag
🇱🇾 libya|flag
🇲🇦 morocco|flag
🇲🇨 monaco|flag
🇲🇩 moldova|flag
🇲🇪 montenegro|flag
🇲🇫 st_martin|flag
🇲🇬 madagascar|flag
🇲🇭 marshall_islands|flag
🇲🇰 macedonia|flag north
🇲🇱 mali|flag
🇲🇲 myanmar|flag burma
🇲🇳 mongolia|flag
🇲🇴 macau|flag macao sar china
🇲🇵 northern_mariana_islands|flag
🇲🇶 martinique|flag
🇲🇷 mauritania|flag
🇲🇸 montserrat|flag
🇲🇹 malta|flag
🇲🇺 mauritius|flag
🇲🇻 maldives|flag
🇲🇼 malawi|flag
🇲🇽 mexico|flag
🇲🇾 malaysia|flag
🇲🇿 mozambique|flag
🇳🇦 namibia|flag
🇳🇨 new_caledonia|flag
🇳🇪 niger|flag
🇳🇫 norfolk_island|flag
🇳🇬 nigeria|flag
🇳🇮 nicaragua|flag
🇳🇱 netherlands|flag
🇳🇴 norway|flag
🇳🇵 nepal|flag
🇳🇷 nauru|flag
🇳🇺 niue|flag
🇳🇿 new_zealand|flag
🇴🇲 oman|flag
🇵🇦 panama|flag
🇵🇪 peru|flag
🇵🇫 french_polynesia|flag
🇵🇬 papua_new_guinea|flag
🇵🇭 philippines|flag
🇵🇰 pakistan|flag
🇵🇱 poland|flag
🇵🇲 st_pierre_miquelon|flag
🇵🇳 pitcairn_islands|flag
🇵🇷 puerto_rico|flag
🇵🇸 palestinian_territories|flag
🇵🇹 portugal|flag
🇵🇼 palau|flag
🇵🇾 paraguay|flag
🇶🇦 qatar|flag
🇷🇪 reunion|flag réunion
🇷🇴 romania|flag
🇷🇸 serbia|flag
🇷🇺 ru|flag russia
🇷🇼 rwanda|flag
🇸🇦 saudi_arabia|flag
🇸🇧 solomon_islands|flag
🇸🇨 seychelles|flag
🇸🇩 sudan|flag
🇸🇪 sweden|flag
🇸🇬 singapore|flag
🇸🇭 st_helena|flag
🇸🇮 slovenia|flag
🇸🇯 svalbard_jan_mayen|flag
🇸🇰 slovakia|flag
🇸🇱 sierra_leone|flag
🇸🇲 san_marino|flag
🇸🇳 senegal|flag
🇸🇴 somalia|flag
🇸🇷 suriname|flag
🇸🇸 south_sudan|flag
🇸🇹 sao_tome_principe|flag são tomé príncipe
🇸🇻 el_salvador|flag
🇸🇽 sint_maarten|flag
🇸🇾 syria|flag
🇸🇿 swaziland|flag eswatini
🇹🇦 tristan_da_cunha|flag
🇹🇨 turks_caicos_islands|flag
🇹🇩 chad|flag
🇹🇫 french_southern_territories|flag
🇹🇬 togo|flag
🇹🇭 thailand|flag
🇹🇯 tajikistan|flag
🇹🇰 tokelau|flag
🇹🇱 timor_leste|flag
🇹🇲 turkmenistan|flag
🇹🇳 tunisia|flag
🇹🇴 tonga|flag
🇹🇷 tr|flag türkiye
🇹🇹 trinidad_tobago|flag
🇹🇻 tuvalu|flag
🇹🇼 taiwan|flag
🇹🇿 tanzania|flag
🇺🇦 ukraine|flag
🇺🇬 uganda|flag
🇺🇲 us_outlying_islands|flag
🇺🇳 united_nations|flag
🇺🇸 us|flag united states
🇺🇾 uruguay|flag
🇺🇿 uzbekistan|flag
🇻🇦 vatican_city|flag
🇻🇨 st_vincent_grenadines|flag
🇻🇪 venezuela|flag
🇻🇬 british_virgin_islands|flag
🇻🇮 us_virgin_islands|flag
🇻🇳 vietnam|flag
🇻🇺 vanuatu|flag
🇼🇫 wallis_futuna|flag
🇼🇸 samoa|flag
🇽🇰 kosovo|flag
🇾🇪 yemen|flag
🇾🇹 mayotte|flag
🇿🇦 south_africa|flag
🇿🇲 zambia|flag
🇿🇼 zimbabwe|flag
🏴󠁧󠁢󠁥󠁮󠁧󠁿 england|flag gbeng
🏴󠁧󠁢󠁳󠁣󠁴󠁿 scotland|flag gbsct
🏴󠁧󠁢󠁷󠁬󠁳󠁿 wales|flag gbwls
`;var c=v(_),M=new Map(c.flat().flatMap(({emoji:e,names:i})=>i.map(n=>[n,e]))),k=new Map(c.flat().map(e=>[b(e.emoji),e]));function v(e){let i=[];for(let n of e.split(`
`))if(n.startsWith("# "))i.push([]);else if(n!==""){let[a="",o=""]=n.split("|"),[l="",...d]=a.split(" "),g=l.endsWith("*");i.at(-1)?.push({emoji:g?l.slice(0,-1):l,names:d,words:o,hasTones:g})}return i}var N=["🏻","🏼","🏽","🏾","🏿"];function L({emoji:e,hasTones:i},n){return i?e.replace(new RegExp("(\\p{Emoji_Modifier_Base})\\uFE0F?","gu"),(a,o,l)=>o==="🤝"&&l>0?a:o+n):e}function C(e){return k.get(b(e))}function b(e){return e.replace(/[\u{1F3FB}-\u{1F3FF}\uFE0F]/gu,"")}var f={lang:"en"},x={de:t(e=>import("./widget-FPBCHOEV.js"+e)),es:t(e=>import("./widget-B4RFFHVD.js"+e)),fr:t(e=>import("./widget-WYLZ6YEK.js"+e)),hi:t(e=>import("./widget-DRWOLSOO.js"+e)),it:t(e=>import("./widget-CBDKKRSQ.js"+e)),ja:t(e=>import("./widget-2AICLXET.js"+e)),pl:t(e=>import("./widget-2PIQ4ZNN.js"+e)),"pt-BR":t(e=>import("./widget-UPH5JORR.js"+e)),ru:t(e=>import("./widget-27MQJIK5.js"+e)),"zh-Hans":t(e=>import("./widget-YA4VMAYL.js"+e))},u=new Map;function R(e,i){let n=u.get(e),a=x[e];return!n&&a&&!a.g()&&a().then(o=>{u.has(e)||u.set(e,{lang:e,called:j(o.default)}),i()},()=>{}),n??f}function j(e){let i=e.split(`
`);return new Map(c.flat().map((n,a)=>{let[o="",l=""]=i[a]?.split("|")??[];return[n,{label:o,name:p(o),words:p(l)}]}))}function T(e,{called:i}){return i?.get(e)?.label??e.names[0]?.replaceAll("_"," ")??e.emoji}function p(e){return e.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g,"")}function W(e,i,{called:n}=f){let a=p(e.trim()),o=a.replaceAll(" ","_"),l=c.flat(),d=r=>{let{name:s="",words:y=""}=n?.get(r)??{},{names:m}=r;return m.includes(o)||s===a?0:m.some(h=>h.startsWith(o))||n&&s.startsWith(a)?1:m.some(h=>h.includes(o))||s.includes(a)?2:r.words.includes(a)||y.includes(a)?3:4};return l.map(r=>[d(r),r]).filter(([r])=>r<4).sort(([r],[s])=>r-s).slice(0,i).map(([,r])=>r)}export{N as TONES,W as findEmoji,c as groups,L as inTone,T as labelOf,M as names,R as namesIn,C as whichEmoji};
