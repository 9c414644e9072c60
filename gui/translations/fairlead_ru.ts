<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Fairlead</source>
        <translation>О программе Fairlead</translation>
    </message>
    <message>
        <source>A route planner for ships in ice: hard rules, ice that changes during the voyage, and a bound on how good the answer is.</source>
        <translation>Планировщик маршрутов для судов во льдах: строгие правила, лёд, который меняется за время рейса, и оценка того, насколько ответ может быть улучшен.</translation>
    </message>
    <message>
        <source>Not for navigation without official charts and publications.</source>
        <translation>Не для навигации без официальных карт и пособий.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Лицензии</translation>
    </message>
    <message>
        <source>Fairlead: %1 (engine, chart), %2 (desktop)</source>
        <translation>Fairlead: %1 (расчётное ядро, карта), %2 (рабочее место)</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New voyage</source>
        <translation>&amp;Новый рейс</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>&amp;Открыть...</translation>
    </message>
    <message>
        <source>Open sample &amp;voyage</source>
        <translation>Открыть &amp;пример рейса</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Save &amp;as...</source>
        <translation>Сохранить &amp;как...</translation>
    </message>
    <message>
        <source>&amp;Export route...</source>
        <translation>&amp;Выгрузить маршрут...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>&amp;Delete waypoint</source>
        <translation>&amp;Удалить путевую точку</translation>
    </message>
    <message>
        <source>Re&amp;verse voyage</source>
        <translation>Обратить &amp;рейс</translation>
    </message>
    <message>
        <source>&amp;Find place or position</source>
        <translation>&amp;Найти место или координаты</translation>
    </message>
    <message>
        <source>&amp;Plan voyage</source>
        <translation>&amp;Спланировать рейс</translation>
    </message>
    <message>
        <source>&amp;Cancel planning</source>
        <translation>&amp;Остановить планирование</translation>
    </message>
    <message>
        <source>P&amp;in candidate for comparison</source>
        <translation>&amp;Закрепить вариант для сравнения</translation>
    </message>
    <message>
        <source>&amp;Next problem</source>
        <translation>С&amp;ледующая проблема</translation>
    </message>
    <message>
        <source>Pre&amp;vious problem</source>
        <translation>&amp;Предыдущая проблема</translation>
    </message>
    <message>
        <source>Find legs anew when &amp;dragged</source>
        <translation>П&amp;ерестраивать участки при перетаскивании</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Крупнее</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Мельче</translation>
    </message>
    <message>
        <source>&amp;Fit voyage</source>
        <translation>Показать весь &amp;рейс</translation>
    </message>
    <message>
        <source>Fit &amp;everything</source>
        <translation>Показать &amp;всё</translation>
    </message>
    <message>
        <source>&amp;Turn voyage from left to right</source>
        <translation>&amp;Повернуть рейс слева направо</translation>
    </message>
    <message>
        <source>&amp;North up</source>
        <translation>&amp;Север вверху</translation>
    </message>
    <message>
        <source>Next &amp;colours: day, dusk, night</source>
        <translation>Сменить &amp;цвета: день, сумерки, ночь</translation>
    </message>
    <message>
        <source>Reset &amp;layout</source>
        <translation>Вернуть исходное р&amp;асположение</translation>
    </message>
    <message>
        <source>&amp;Pan</source>
        <translation>&amp;Сдвиг</translation>
    </message>
    <message>
        <source>&amp;New waypoint</source>
        <translation>&amp;Новая путевая точка</translation>
    </message>
    <message>
        <source>&amp;Edit line</source>
        <translation>&amp;Правка линии</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Измерение</translation>
    </message>
    <message>
        <source>&amp;Identify</source>
        <translation>&amp;Что здесь</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Пуск или пауза</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation>Шаг &amp;назад</translation>
    </message>
    <message>
        <source>Step &amp;on</source>
        <translation>Шаг &amp;вперёд</translation>
    </message>
    <message>
        <source>A &amp;day back</source>
        <translation>На &amp;сутки назад</translation>
    </message>
    <message>
        <source>A day o&amp;n</source>
        <translation>На с&amp;утки вперёд</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>&amp;Руководство</translation>
    </message>
    <message>
        <source>&amp;Shortcuts...</source>
        <translation>&amp;Сочетания клавиш...</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Первые шаги</translation>
    </message>
    <message>
        <source>&amp;About Fairlead</source>
        <translation>&amp;О программе Fairlead</translation>
    </message>
    <message>
        <source>Report as &amp;PDF...</source>
        <translation>От&amp;чёт в PDF...</translation>
    </message>
    <message>
        <source>No-&amp;go zone</source>
        <translation>&amp;Запретная зона</translation>
    </message>
    <message>
        <source>&amp;Read the data again</source>
        <translation>Прочитать &amp;данные заново</translation>
    </message>
    <message>
        <source>C&amp;ompare departures...</source>
        <translation>С&amp;равнить выходы...</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>%1: cannot be made: %2</source>
        <translation>%1: не удаётся создать: %2</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>at most %1 kn</source>
        <translation>не более %1 уз</translation>
    </message>
    <message>
        <source>%1 nm</source>
        <translation>%1 миль</translation>
    </message>
    <message>
        <source>true at %1</source>
        <translation>точно на %1</translation>
    </message>
    <message>
        <source>from %1 until %2</source>
        <translation>с %1 до %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>с %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>до %1</translation>
    </message>
</context>
<context>
    <name>EditRouteTool</name>
    <message>
        <source>Drag to move the waypoint; Delete removes it</source>
        <translation>Перетащите, чтобы переместить путевую точку; Delete удаляет её</translation>
    </message>
    <message>
        <source>Drag to insert a waypoint</source>
        <translation>Перетащите, чтобы вставить путевую точку</translation>
    </message>
</context>
<context>
    <name>FindingTitle</name>
    <message>
        <source>Waiting under way</source>
        <translation>Ожидание в пути</translation>
    </message>
    <message>
        <source>Times of the file cannot be kept</source>
        <translation>Время, указанное в файле, выдержать нельзя</translation>
    </message>
    <message>
        <source>Judged ahead of the file&apos;s times</source>
        <translation>Проверено раньше времени, указанного в файле</translation>
    </message>
    <message>
        <source>Passage forbidden</source>
        <translation>Проход запрещён</translation>
    </message>
    <message>
        <source>Waiting does not help: the place itself closes</source>
        <translation>Ожидание не поможет: закрывается само место ожидания</translation>
    </message>
    <message>
        <source>Waiting does not help: the way does not open</source>
        <translation>Ожидание не поможет: путь не откроется</translation>
    </message>
    <message>
        <source>The current sets the ship off</source>
        <translation>Течение сносит судно с линии пути</translation>
    </message>
    <message>
        <source>Beset: times go on at the least speed</source>
        <translation>Судно зажато льдами: время считается по наименьшей скорости</translation>
    </message>
    <message>
        <source>The track meets land</source>
        <translation>Линия пути пересекает берег</translation>
    </message>
    <message>
        <source>The track passes close to land</source>
        <translation>Линия пути проходит близко к берегу</translation>
    </message>
    <message>
        <source>Filled from the nearest value</source>
        <translation>Взято ближайшее известное значение</translation>
    </message>
    <message>
        <source>Interpolated over missing days</source>
        <translation>Пропущенные сутки интерполированы</translation>
    </message>
    <message>
        <source>Held at the last value</source>
        <translation>Удержано последнее значение</translation>
    </message>
    <message>
        <source>Climatology beyond the data</source>
        <translation>За пределами данных — климатология</translation>
    </message>
    <message>
        <source>Assumed value</source>
        <translation>Принятое значение</translation>
    </message>
    <message>
        <source>Assumed value where the data have none</source>
        <translation>Принятое значение там, где данных нет</translation>
    </message>
    <message>
        <source>Current not known, taken for none</source>
        <translation>Течение неизвестно и принято за нулевое</translation>
    </message>
    <message>
        <source>Not known, but needed to judge</source>
        <translation>Неизвестно, но нужно для проверки</translation>
    </message>
    <message>
        <source>Passage prohibited in a zone</source>
        <translation>Проход в зоне запрещён</translation>
    </message>
    <message>
        <source>Speed limited in a zone</source>
        <translation>Скорость в зоне ограничена</translation>
    </message>
    <message>
        <source>Under-keel clearance not checked: depth not known</source>
        <translation>Запас воды под килем не проверен: глубина неизвестна</translation>
    </message>
    <message>
        <source>Under-keel clearance insufficient</source>
        <translation>Запас воды под килем недостаточен</translation>
    </message>
    <message>
        <source>Speed limited by squat in shallow water</source>
        <translation>Скорость ограничена просадкой на мелководье</translation>
    </message>
    <message>
        <source>POLARIS: elevated risk in ice</source>
        <translation>POLARIS: повышенный эксплуатационный риск</translation>
    </message>
    <message>
        <source>POLARIS: subject to special consideration</source>
        <translation>POLARIS: требуется особое рассмотрение</translation>
    </message>
    <message>
        <source>Risk counted for the heaviest ice: it is not known</source>
        <translation>Лёд неизвестен: риск посчитан по самому тяжёлому льду</translation>
    </message>
    <message>
        <source>Beset in ice</source>
        <translation>Судно будет зажато льдами</translation>
    </message>
    <message>
        <source>Open only when the ship is not there</source>
        <translation>Открыто только тогда, когда судна там нет</translation>
    </message>
    <message>
        <source>Blocked by land</source>
        <translation>Путь преграждает суша</translation>
    </message>
    <message>
        <source>Blocked for want of data</source>
        <translation>Путь закрыт: нет данных</translation>
    </message>
    <message>
        <source>Blocked by a zone</source>
        <translation>Путь преграждает зона</translation>
    </message>
    <message>
        <source>Blocked by under-keel clearance</source>
        <translation>Путь преграждает малая глубина под килем</translation>
    </message>
    <message>
        <source>Blocked by POLARIS</source>
        <translation>Путь закрыт правилами POLARIS</translation>
    </message>
    <message>
        <source>Blocked: the ship would be beset</source>
        <translation>Путь закрыт: судно будет зажато льдами</translation>
    </message>
    <message>
        <source>Data missing under way</source>
        <translation>В пути не хватает данных</translation>
    </message>
    <message>
        <source>The data end before the ship is there</source>
        <translation>Данные кончаются раньше, чем судно туда дойдёт</translation>
    </message>
    <message>
        <source>Never open when the ship can be there</source>
        <translation>Никогда не открыто тогда, когда судно может там быть</translation>
    </message>
    <message>
        <source>No water joins it to the open sea</source>
        <translation>Нет водного пути в открытое море</translation>
    </message>
    <message>
        <source>Not proven on the grid</source>
        <translation>На расчётной сетке не доказано</translation>
    </message>
    <message>
        <source>Cells closed after the check of the line</source>
        <translation>После проверки линии закрыты ячейки</translation>
    </message>
    <message>
        <source>No lower bound proven</source>
        <translation>Нижняя граница не доказана</translation>
    </message>
    <message>
        <source>None of the changes tried opens a way</source>
        <translation>Ни одно из опробованных изменений не открывает путь</translation>
    </message>
    <message>
        <source>The route runs along the grid&apos;s edge</source>
        <translation>Маршрут идёт по краю расчётной сетки</translation>
    </message>
    <message>
        <source>A place was moved into the mesh</source>
        <translation>Место перенесено в сетку</translation>
    </message>
    <message>
        <source>Searched again on a wider grid</source>
        <translation>Поиск повторён на более широкой сетке</translation>
    </message>
    <message>
        <source>Note on the place</source>
        <translation>Пояснение о месте</translation>
    </message>
    <message>
        <source>Place moved from land to water</source>
        <translation>Место перенесено с суши на воду</translation>
    </message>
    <message>
        <source>Harbour approach not held off land: pilotage</source>
        <translation>На подходе к порту отстояние от берега не выдержано: лоцманская проводка</translation>
    </message>
    <message>
        <source>Zone without effect</source>
        <translation>Зона не действует</translation>
    </message>
    <message>
        <source>Ice near land may be none</source>
        <translation>Льда у берега может и не быть</translation>
    </message>
    <message>
        <source>Value of the ship not verified</source>
        <translation>Характеристика судна не подтверждена</translation>
    </message>
    <message>
        <source>A number hides the data below it</source>
        <translation>Число закрывает данные под ним</translation>
    </message>
    <message>
        <source>Doubt about the data</source>
        <translation>Сомнение в данных</translation>
    </message>
    <message>
        <source>Note on the data</source>
        <translation>О данных</translation>
    </message>
    <message>
        <source>Note of the scenario</source>
        <translation>О сценарии</translation>
    </message>
    <message>
        <source>Data that cannot be read</source>
        <translation>Данные, которые не читаются</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>%1: cannot be locked, so edits are not kept for recovery</source>
        <translation>%1: не удаётся заблокировать файл, поэтому правки не сохраняются для восстановления</translation>
    </message>
    <message>
        <source>%1: cannot be written: %2</source>
        <translation>%1: не удаётся записать: %2</translation>
    </message>
    <message>
        <source>%1: holds no voyage that can be read</source>
        <translation>%1: в журнале нет рейса, который можно прочитать</translation>
    </message>
</context>
<context>
    <name>JsonMembers</name>
    <message>
        <source>%1: %2 is %3, not %4</source>
        <translation>%1: в поле %2 указано %3, а нужно: %4</translation>
    </message>
    <message>
        <source>%1: %2 is missing</source>
        <translation>%1: нет поля %2</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>a text without null characters</source>
        <translation>текст без нулевых символов</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true или false</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>число от %1 до %2</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>целое число</translation>
    </message>
    <message>
        <source>a whole number from 1 to %1</source>
        <translation>целое число от 1 до %1</translation>
    </message>
    <message>
        <source>a time such as &quot;2030-08-10T06:00:00Z&quot;</source>
        <translation>время вида &quot;2030-08-10T06:00:00Z&quot;</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>список</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>объект</translation>
    </message>
</context>
<context>
    <name>KeptPlan</name>
    <message>
        <source>a list of %1</source>
        <translation>список из %1</translation>
    </message>
    <message>
        <source>one of %1 at most</source>
        <translation>не более %1</translation>
    </message>
    <message>
        <source>a list with a place that is not there</source>
        <translation>список с местом, которого нет</translation>
    </message>
    <message>
        <source>one of waypoints in their order</source>
        <translation>список точек по порядку</translation>
    </message>
    <message>
        <source>one of the %1 places of the voyage</source>
        <translation>список %1 мест рейса</translation>
    </message>
    <message>
        <source>a voyage with %1 objectives</source>
        <translation>рейс с числом критериев %1</translation>
    </message>
    <message>
        <source>one with the objective of the plan</source>
        <translation>рейс с критерием плана</translation>
    </message>
    <message>
        <source>one of two at least</source>
        <translation>не менее двух</translation>
    </message>
    <message>
        <source>one of the %1 legs between the waypoints</source>
        <translation>список %1 участков между точками</translation>
    </message>
    <message>
        <source>a time after the departure</source>
        <translation>время после отхода</translation>
    </message>
</context>
<context>
    <name>LayerFacts</name>
    <message>
        <source>%1 h old</source>
        <translation>%1 ч назад</translation>
    </message>
    <message>
        <source>%1 d old</source>
        <translation>%1 сут назад</translation>
    </message>
    <message>
        <source>held since %1</source>
        <translation>удержано с %1</translation>
    </message>
    <message>
        <source>climatology since %1</source>
        <translation>климатология с %1</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>закончились %1</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>нет данных</translation>
    </message>
    <message>
        <source>begins %1</source>
        <translation>начинаются %1</translation>
    </message>
    <message>
        <source>taken as %1 %2</source>
        <translation>принято %1 %2</translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation>синтетические</translation>
    </message>
    <message>
        <source>half feather 5 kn, feather 10 kn, pennant 50 kn</source>
        <translation>половина пера 5 уз, перо 10 уз, треугольник 50 уз</translation>
    </message>
    <message>
        <source>the longer, the stronger</source>
        <translation>чем длиннее, тем сильнее</translation>
    </message>
    <message>
        <source>tenths</source>
        <translation>баллы</translation>
    </message>
    <message>
        <source>m</source>
        <translation>м</translation>
    </message>
    <message>
        <source>kn</source>
        <translation>уз</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>не читается</translation>
    </message>
</context>
<context>
    <name>MeasureTool</name>
    <message>
        <source>Click for the next place; double click or Enter ends the line</source>
        <translation>Щёлкните следующее место; двойной щелчок или Enter завершает линию</translation>
    </message>
    <message>
        <source>Geodesic %1</source>
        <translation>Геодезическая %1</translation>
    </message>
    <message>
        <source>Rhumb line %1</source>
        <translation>Локсодромия %1</translation>
    </message>
    <message>
        <source>Together %1 nm</source>
        <translation>Всего %1 миль</translation>
    </message>
</context>
<context>
    <name>ProfileLanes</name>
    <message>
        <source>not known along this route</source>
        <translation>на этом маршруте неизвестно</translation>
    </message>
    <message>
        <source>gaps: not known</source>
        <translation>пропуски: неизвестно</translation>
    </message>
    <message>
        <source>Waypoint</source>
        <translation>Путевая точка</translation>
    </message>
    <message>
        <source>%1 nm</source>
        <translation>%1 миль</translation>
    </message>
    <message>
        <source>Ice, tenths</source>
        <translation>Лёд, баллы</translation>
    </message>
    <message>
        <source>Thickness, m</source>
        <translation>Толщина, м</translation>
    </message>
    <message>
        <source>RIO</source>
        <translation>RIO</translation>
    </message>
    <message>
        <source>below 0: elevated risk</source>
        <translation>ниже 0: повышенный риск</translation>
    </message>
    <message>
        <source>below -10: special consideration</source>
        <translation>ниже −10: особое рассмотрение</translation>
    </message>
    <message>
        <source>below 0: special consideration</source>
        <translation>ниже 0: особое рассмотрение</translation>
    </message>
    <message>
        <source>Speed, kn</source>
        <translation>Скорость, уз</translation>
    </message>
    <message>
        <source>Depth, m</source>
        <translation>Глубина, м</translation>
    </message>
    <message>
        <source>draught</source>
        <translation>осадка</translation>
    </message>
</context>
<context>
    <name>ProjectFile</name>
    <message>
        <source>%1: not a Fairlead voyage: its member &quot;format&quot; is not &quot;%2&quot;</source>
        <translation>%1: это не рейс Fairlead: в поле «format» не «%2»</translation>
    </message>
    <message>
        <source>%1: written by a newer Fairlead, in version %2 of the format; this one reads versions up to %3</source>
        <translation>%1: записано более новой версией Fairlead, версия формата %2; эта программа читает версии до %3</translation>
    </message>
    <message>
        <source>%1: not a Fairlead voyage: %2, in line %3, at byte %4</source>
        <translation>%1: это не рейс Fairlead: %2, строка %3, байт %4</translation>
    </message>
    <message>
        <source>a list with %1 twice</source>
        <translation>список, где %1 стоит дважды</translation>
    </message>
    <message>
        <source>one of different objectives</source>
        <translation>список разных критериев</translation>
    </message>
</context>
<context>
    <name>ReportSections</name>
    <message>
        <source>Departure</source>
        <translation>Отход</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Приход</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Продолжительность</translation>
    </message>
    <message>
        <source>of which waiting</source>
        <translation>в том числе ожидание</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Расстояние</translation>
    </message>
    <message>
        <source>%1 nm</source>
        <translation>%1 миль</translation>
    </message>
    <message>
        <source>Mean speed</source>
        <translation>Средняя скорость</translation>
    </message>
    <message>
        <source>%1 kn</source>
        <translation>%1 уз</translation>
    </message>
    <message>
        <source>Fuel</source>
        <translation>Топливо</translation>
    </message>
    <message>
        <source>%1 t</source>
        <translation>%1 т</translation>
    </message>
    <message>
        <source>CO2</source>
        <translation>CO₂</translation>
    </message>
    <message>
        <source>Ice risk</source>
        <translation>Ледовый риск</translation>
    </message>
    <message>
        <source>%1 risk hours</source>
        <translation>%1 ч риска</translation>
    </message>
    <message>
        <source>Least RIO</source>
        <translation>Наименьший RIO</translation>
    </message>
    <message>
        <source>not applied</source>
        <translation>не применялся</translation>
    </message>
    <message>
        <source>Heaviest ice</source>
        <translation>Самый тяжёлый лёд</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>%1 tenths, %2 m</source>
        <translation>баллов: %1, толщина %2 м</translation>
    </message>
    <message>
        <source>Least depth</source>
        <translation>Наименьшая глубина</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 м</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>Breaks none of the rules that were applied</source>
        <translation>Не нарушает ни одного из применённых правил</translation>
    </message>
    <message>
        <source>Not to be sailed as it stands. Violations: %1</source>
        <translation>В таком виде идти нельзя. Нарушений: %1</translation>
    </message>
    <message>
        <source>Not to be sailed as it stands: the line ends before its destination</source>
        <translation>В таком виде идти нельзя: линия кончается, не дойдя до места назначения</translation>
    </message>
    <message>
        <source>Allowed with restrictions. Warnings: %1</source>
        <translation>Допустимо с ограничениями. Предупреждений: %1</translation>
    </message>
    <message>
        <source>Warnings: %1</source>
        <translation>Предупреждений: %1</translation>
    </message>
    <message>
        <source>Cautions: %1 (not checked, or a thin margin)</source>
        <translation>Предостережений: %1 (не проверено либо мал запас)</translation>
    </message>
    <message>
        <source>Accepted by the planner: %1</source>
        <translation>Принято судоводителем: %1</translation>
    </message>
    <message>
        <source>No warnings, no cautions.</source>
        <translation>Предупреждений и предостережений нет.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, ice class %2, draught %3 m</source>
        <translation>%1, ледовый класс %2, осадка %3 м</translation>
    </message>
    <message>
        <source>SYNTHETIC DATA: this voyage takes place in an invented sea and must not be sailed.</source>
        <translation>СИНТЕТИЧЕСКИЕ ДАННЫЕ: этот рейс проходит в вымышленном море, идти по нему нельзя.</translation>
    </message>
    <message>
        <source>Planner&apos;s notes</source>
        <translation>Заметки составителя</translation>
    </message>
    <message>
        <source>Along the route</source>
        <translation>Вдоль маршрута</translation>
    </message>
    <message>
        <source>No</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Waypoint</source>
        <translation>Путевая точка</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Широта</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Долгота</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>Участок</translation>
    </message>
    <message>
        <source>Course
°T</source>
        <translation>ИК
°</translation>
    </message>
    <message>
        <source>Dist.
nm</source>
        <translation>Расст.
мили</translation>
    </message>
    <message>
        <source>Speed
kn</source>
        <translation>Скор.
уз</translation>
    </message>
    <message>
        <source>ETA
UTC</source>
        <translation>ETA
UTC</translation>
    </message>
    <message>
        <source>Ice
/10</source>
        <translation>Лёд
баллы</translation>
    </message>
    <message>
        <source>Thick.
m</source>
        <translation>Толщ.
м</translation>
    </message>
    <message>
        <source>RIO</source>
        <translation>RIO</translation>
    </message>
    <message>
        <source>Depth
m</source>
        <translation>Глуб.
м</translation>
    </message>
    <message>
        <source>RL</source>
        <translation>Лкс</translation>
    </message>
    <message>
        <source>GC</source>
        <translation>ДБК</translation>
    </message>
    <message>
        <source>At most %1 kn on the leg that ends here.</source>
        <translation>Не более %1 уз на участке, который здесь кончается.</translation>
    </message>
    <message>
        <source>Lies here until %1.</source>
        <translation>Стоянка здесь до %1.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Всего</translation>
    </message>
    <message>
        <source>Waypoints and legs</source>
        <translation>Путевые точки и участки</translation>
    </message>
    <message>
        <source>A leg stands at the waypoint where it ends. GC: shortest line on WGS 84; RL: rhumb line; course at its beginning. Ice and thickness are the greatest on the leg, RIO and depth the least; ? is not known. Set by the planner: in bold.</source>
        <translation>Участок записан у той путевой точки, где он кончается. ДБК: кратчайшая линия на WGS 84; Лкс: локсодромия; истинный курс — в начале участка. Лёд и толщина — наибольшие на участке, RIO и глубина — наименьшие; ? — неизвестно. Заданное составителем — жирным.</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Ожидания</translation>
    </message>
    <message>
        <source>%1 to %2 at %3: %4</source>
        <translation>%1 – %2, %3: %4</translation>
    </message>
    <message>
        <source>Violations: these break a rule</source>
        <translation>Нарушения: противоречат правилу</translation>
    </message>
    <message>
        <source>Warnings: allowed, but only with restrictions</source>
        <translation>Предупреждения: допустимо, но с ограничениями</translation>
    </message>
    <message>
        <source>Cautions: not checked, or a thin margin</source>
        <translation>Предостережения: не проверено либо мал запас</translation>
    </message>
    <message>
        <source>Notes: what was assumed</source>
        <translation>Сведения: что было принято</translation>
    </message>
    <message>
        <source>over %1 nm</source>
        <translation>на протяжении %1 миль</translation>
    </message>
    <message>
        <source>Remedy: %1</source>
        <translation>Что поможет: %1</translation>
    </message>
    <message>
        <source>Accepted by the planner, no reason given.</source>
        <translation>Принято составителем, причина не указана.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Замечания</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Нет.</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 сут</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>без времени</translation>
    </message>
    <message>
        <source>%1 old at departure</source>
        <translation>на момент отхода возраст %1</translation>
    </message>
    <message>
        <source>begins %1 after arrival</source>
        <translation>начинаются через %1 после прихода</translation>
    </message>
    <message>
        <source>begins %1 after departure</source>
        <translation>начинаются через %1 после отхода</translation>
    </message>
    <message>
        <source>ends %1 before arrival</source>
        <translation>кончаются за %1 до прихода</translation>
    </message>
    <message>
        <source>spans the voyage</source>
        <translation>охватывают весь рейс</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Величина</translation>
    </message>
    <message>
        <source>File and product</source>
        <translation>Файл и продукт</translation>
    </message>
    <message>
        <source>Valid from, until</source>
        <translation>Действует с, до</translation>
    </message>
    <message>
        <source>For this voyage</source>
        <translation>Для этого рейса</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>Судно</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Ice class</source>
        <translation>Ледовый класс</translation>
    </message>
    <message>
        <source>Length, beam, draught</source>
        <translation>Длина, ширина, осадка</translation>
    </message>
    <message>
        <source>%1 m, %2 m, %3 m</source>
        <translation>%1 м, %2 м, %3 м</translation>
    </message>
    <message>
        <source>Power, speed</source>
        <translation>Мощность, скорость</translation>
    </message>
    <message>
        <source>%1 kW, %2 kn in open water</source>
        <translation>%1 кВт, %2 уз на чистой воде</translation>
    </message>
    <message>
        <source>Speed in ice</source>
        <translation>Скорость во льду</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Sources and marks</source>
        <translation>Источники и пометки</translation>
    </message>
    <message>
        <source>Rules and models</source>
        <translation>Правила и модели</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>none were applied</source>
        <translation>не применялись</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Coastline</source>
        <translation>Береговая линия</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Сетка</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Сценарий</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
</context>
<context>
    <name>RouteExchange</name>
    <message>
        <source>The file gives no time of departure; %1 is taken.</source>
        <translation>В файле нет времени отхода; взято %1.</translation>
    </message>
    <message>
        <source>Times of arrival in the file are not kept: they are computed for the ship.</source>
        <translation>Время прихода из файла не сохраняется: оно вычисляется для судна.</translation>
    </message>
    <message>
        <source>Planned speeds in the file are not kept: they are computed for the ship.</source>
        <translation>Плановые скорости из файла не сохраняются: они вычисляются для судна.</translation>
    </message>
    <message>
        <source>Findings in the file are not kept: the line is judged anew.</source>
        <translation>Замечания из файла не сохраняются: линия проверяется заново.</translation>
    </message>
    <message>
        <source>A route says nothing of ship and data: %1 and %2 are taken.</source>
        <translation>В маршруте ничего не сказано о судне и данных: взяты %1 и %2.</translation>
    </message>
    <message>
        <source>the layers chosen last</source>
        <translation>слои, выбранные в последний раз</translation>
    </message>
    <message>
        <source>%1: there is no route %2 in it</source>
        <translation>%1: в файле нет маршрута %2</translation>
    </message>
    <message>
        <source>The file holds several routes; this is number %1, %2.</source>
        <translation>В файле несколько маршрутов; это номер %1, %2.</translation>
    </message>
    <message>
        <source>%1: route.ids has %2 elements, not %3 as the route</source>
        <translation>%1: в route.ids элементов %2, а в маршруте %3</translation>
    </message>
    <message>
        <source>RTZ 1.0</source>
        <translation>RTZ 1.0</translation>
    </message>
    <message>
        <source>For ECDIS and other bridge systems; the version most of them read.</source>
        <translation>Для ЭКНИС и других систем мостика; эту версию читает большинство из них.</translation>
    </message>
    <message>
        <source>RTZ 1.1</source>
        <translation>RTZ 1.1</translation>
    </message>
    <message>
        <source>For bridge systems that ask for it.</source>
        <translation>Для систем мостика, которым нужна эта версия.</translation>
    </message>
    <message>
        <source>RTZ 1.2</source>
        <translation>RTZ 1.2</translation>
    </message>
    <message>
        <source>GPX</source>
        <translation>GPX</translation>
    </message>
    <message>
        <source>For plotters and OpenCPN.</source>
        <translation>Для картплоттеров и OpenCPN.</translation>
    </message>
    <message>
        <source>GeoJSON</source>
        <translation>GeoJSON</translation>
    </message>
    <message>
        <source>For maps and programs: everything that is known of the route.</source>
        <translation>Для карт и программ: всё, что известно о маршруте.</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>For spreadsheets: one line for each waypoint.</source>
        <translation>Для электронных таблиц: по строке на путевую точку.</translation>
    </message>
    <message>
        <source>KML</source>
        <translation>KML</translation>
    </message>
    <message>
        <source>For Google Earth.</source>
        <translation>Для Google Earth.</translation>
    </message>
    <message>
        <source>GeoPackage</source>
        <translation>GeoPackage</translation>
    </message>
    <message>
        <source>For QGIS and other geographic information systems.</source>
        <translation>Для QGIS и других геоинформационных систем.</translation>
    </message>
    <message>
        <source>%1: has %2 waypoints; a voyage has %3 at most</source>
        <translation>%1: путевых точек %2, а в рейсе их может быть не больше %3</translation>
    </message>
    <message>
        <source>%1: the departure is %2, not %3</source>
        <translation>%1: отход указан на %2, а нужно: %3</translation>
    </message>
</context>
<context>
    <name>RouteExport</name>
    <message>
        <source>Legs that are still to be found are written as shortest lines, over land or not.</source>
        <translation>Участки, путь по которым ещё не найден, записываются кратчайшими линиями, в том числе через сушу.</translation>
    </message>
    <message>
        <source>The line has not been judged: no rule was applied to it, and it has no times.</source>
        <translation>Линия не проверена: ни одно правило к ней не применялось, времён у неё нет.</translation>
    </message>
    <message>
        <source>The line is not to be sailed as it stands. Violations: %1</source>
        <translation>В таком виде по линии идти нельзя. Нарушений: %1</translation>
    </message>
    <message>
        <source>The line is not to be sailed as it stands: the ship does not come to its end.</source>
        <translation>В таком виде по линии идти нельзя: судно не доходит до её конца.</translation>
    </message>
    <message>
        <source>The data are synthetic, made up for trials: not to be sailed.</source>
        <translation>Данные синтетические, придуманы для проб: идти по ним нельзя.</translation>
    </message>
    <message>
        <source>Warnings and cautions that nobody has accepted yet: %1</source>
        <translation>Предупреждений и замечаний, которые ещё никто не принял: %1</translation>
    </message>
</context>
<context>
    <name>RuleName</name>
    <message>
        <source>data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>data coverage</source>
        <translation>Охват данных</translation>
    </message>
    <message>
        <source>data needed to judge</source>
        <translation>Данные, нужные для проверки</translation>
    </message>
    <message>
        <source>harbour approach</source>
        <translation>Подход к порту</translation>
    </message>
    <message>
        <source>land</source>
        <translation>Суша</translation>
    </message>
    <message>
        <source>land: clearance</source>
        <translation>Суша: отстояние</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>Слои</translation>
    </message>
    <message>
        <source>lower bound</source>
        <translation>Нижняя граница</translation>
    </message>
    <message>
        <source>opening times</source>
        <translation>Время, когда открыто</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>place on water</source>
        <translation>Место на воде</translation>
    </message>
    <message>
        <source>planning grid</source>
        <translation>Расчётная сетка</translation>
    </message>
    <message>
        <source>remedies</source>
        <translation>Что поможет</translation>
    </message>
    <message>
        <source>search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>ship</source>
        <translation>Судно</translation>
    </message>
    <message>
        <source>speed model of the vessel</source>
        <translation>Модель скорости судна</translation>
    </message>
    <message>
        <source>times of the file</source>
        <translation>Время из файла</translation>
    </message>
    <message>
        <source>under-keel clearance, squat by Barrass (2004)</source>
        <translation>Запас воды под килем, просадка по Barrass (2004)</translation>
    </message>
    <message>
        <source>vessel file</source>
        <translation>Файл судна</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>Ожидание</translation>
    </message>
    <message>
        <source>zones</source>
        <translation>Зоны</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>opening data</source>
        <translation>открываются данные</translation>
    </message>
    <message>
        <source>reading the sea</source>
        <translation>читается обстановка в море</translation>
    </message>
    <message>
        <source>arcs clear of land</source>
        <translation>дуги в стороне от берега</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>поиск пути</translation>
    </message>
    <message>
        <source>search</source>
        <translation>поиск пути</translation>
    </message>
    <message>
        <source>refining</source>
        <translation>уточнение линии</translation>
    </message>
    <message>
        <source>bounding</source>
        <translation>оценка границы</translation>
    </message>
    <message>
        <source>evaluating the route</source>
        <translation>проверка маршрута</translation>
    </message>
</context>
<context>
    <name>VoyageDoubts</name>
    <message>
        <source>%1: the corners of %2 (&quot;%3&quot;) lie on one line: the zone encloses nothing and keeps no ship out.</source>
        <translation>%1: углы %2 («%3») лежат на одной линии: зона ничего не ограждает и никого не удержит.</translation>
    </message>
    <message>
        <source>%1: %2 (&quot;%3&quot;) crosses itself: its edge after corner %4 and that after corner %5. Look on the chart at what is inside, and move its corners.</source>
        <translation>%1: %2 («%3») пересекает сама себя: сторона после угла %4 и сторона после угла %5. Проверьте на карте, что внутри, и передвиньте углы.</translation>
    </message>
    <message>
        <source>%1: %2 (&quot;%3&quot;) is in force from %4 until %5, so it never is: set its times.</source>
        <translation>%1: %2 («%3») действует с %4 до %5, то есть никогда: исправьте время.</translation>
    </message>
    <message>
        <source>%1: points[%2].name has %3 bytes; the first %4 are kept.</source>
        <translation>%1: в points[%2].name байтов %3; сохранены первые %4.</translation>
    </message>
    <message>
        <source>%1: vessel: %2</source>
        <translation>%1: vessel: %2</translation>
    </message>
    <message>
        <source>%1: sea.scenario is &quot;%2&quot;, and there is no such file.</source>
        <translation>%1: в поле sea.scenario указано «%2», но такого файла нет.</translation>
    </message>
</context>
<context>
    <name>VoyageJson</name>
    <message>
        <source>one of %1</source>
        <translation>одно из: %1</translation>
    </message>
    <message>
        <source>a list of %1 waypoints</source>
        <translation>список из путевых точек числом %1</translation>
    </message>
    <message>
        <source>one of %1 at most</source>
        <translation>не более %1</translation>
    </message>
    <message>
        <source>a variable that Fairlead knows</source>
        <translation>величина, известная Fairlead</translation>
    </message>
    <message>
        <source>8, 16 or 32</source>
        <translation>8, 16 или 32</translation>
    </message>
    <message>
        <source>a list of %1 corners</source>
        <translation>список из %1 вершин</translation>
    </message>
    <message>
        <source>one of %1 to %2</source>
        <translation>от %1 до %2</translation>
    </message>
    <message>
        <source>a number that no other waypoint has</source>
        <translation>номер, которого нет у другой путевой точки</translation>
    </message>
    <message>
        <source>a list with an empty name</source>
        <translation>список с пустым именем</translation>
    </message>
    <message>
        <source>one of files</source>
        <translation>список файлов</translation>
    </message>
    <message>
        <source>a unit of %1</source>
        <translation>единица величины %1</translation>
    </message>
    <message>
        <source>a list with %1 twice</source>
        <translation>список, где %1 стоит дважды</translation>
    </message>
    <message>
        <source>one of different objectives</source>
        <translation>список разных критериев</translation>
    </message>
    <message>
        <source>an empty list</source>
        <translation>пустой список</translation>
    </message>
    <message>
        <source>one of one objective at least</source>
        <translation>список хотя бы из одного критерия</translation>
    </message>
    <message>
        <source>a text of %1 characters</source>
        <translation>текст из %1 знаков</translation>
    </message>
    <message>
        <source>a list with a cost model</source>
        <translation>список с моделью стоимости</translation>
    </message>
    <message>
        <source>one without, as the member cost_model says none</source>
        <translation>список без неё, так как в поле cost_model её нет</translation>
    </message>
    <message>
        <source>an objective that Fairlead knows</source>
        <translation>критерий, известный Fairlead</translation>
    </message>
</context>
<context>
    <name>VoyageLimits</name>
    <message>
        <source>a time from %1 to %2</source>
        <translation>время с %1 по %2 год</translation>
    </message>
</context>
<context>
    <name>VoyageReport</name>
    <message>
        <source>Voyage report, Fairlead %1, made %2</source>
        <translation>Отчёт о рейсе, Fairlead %1, составлен %2</translation>
    </message>
    <message>
        <source>Not for navigation without official charts. A plan: the master decides. All times UTC.</source>
        <translation>Не для навигации без официальных карт. Это план: решает капитан. Всё время — UTC.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Стр. %1 из %2</translation>
    </message>
</context>
<context>
    <name>ZoneTool</name>
    <message>
        <source>Drag to move the corner; Delete removes it</source>
        <translation>Тяните, чтобы сдвинуть вершину; Delete удаляет её</translation>
    </message>
    <message>
        <source>Drag to add a corner</source>
        <translation>Тяните, чтобы добавить вершину</translation>
    </message>
    <message>
        <source>Click for name, rule and time of the zone</source>
        <translation>Щёлкните: название, правило и время зоны</translation>
    </message>
    <message>
        <source>Click the corners of an area to keep out of</source>
        <translation>Щёлкните вершины области, куда нельзя заходить</translation>
    </message>
    <message>
        <source>Click the next corner; Escape leaves</source>
        <translation>Щёлкните следующую вершину; Escape отменяет</translation>
    </message>
    <message>
        <source>Double click or Enter closes the area; Backspace takes the last corner back; Escape leaves</source>
        <translation>Двойной щелчок или Enter замыкает область; Backspace убирает последнюю вершину; Escape отменяет</translation>
    </message>
    <message>
        <source>Its edges cross where the mark is: Backspace takes the last corner back</source>
        <translation>Стороны пересекаются там, где стоит знак: Backspace убирает последнюю вершину</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>П&amp;лан</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Инструменты</translation>
    </message>
    <message>
        <source>T&amp;ime</source>
        <translation>В&amp;ремя</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::AdvancedPage</name>
    <message>
        <source>Cell size</source>
        <translation>Размер ячейки</translation>
    </message>
    <message>
        <source> km</source>
        <translation> км</translation>
    </message>
    <message>
        <source>as the data say</source>
        <translation>как в данных</translation>
    </message>
    <message>
        <source>Set cell size</source>
        <translation>Задать размер ячейки</translation>
    </message>
    <message>
        <source>Directions from a cell</source>
        <translation>Направлений из ячейки</translation>
    </message>
    <message>
        <source>Set directions</source>
        <translation>Задать число направлений</translation>
    </message>
    <message>
        <source>Clearance off land</source>
        <translation>Отстояние от берега</translation>
    </message>
    <message>
        <source> nm</source>
        <translation> миль</translation>
    </message>
    <message>
        <source>Set clearance off land</source>
        <translation>Задать отстояние от берега</translation>
    </message>
    <message>
        <source>Waypoint tolerance</source>
        <translation>Допуск путевых точек</translation>
    </message>
    <message>
        <source>by the plan</source>
        <translation>по плану</translation>
    </message>
    <message>
        <source>How far a line of fewer waypoints may lie from the best one</source>
        <translation>Насколько линия из меньшего числа точек может отойти от наилучшей</translation>
    </message>
    <message>
        <source>Set waypoint tolerance</source>
        <translation>Задать допуск путевых точек</translation>
    </message>
    <message>
        <source>May wait for ice to open</source>
        <translation>Можно ждать, пока лёд разойдётся</translation>
    </message>
    <message>
        <source>Allow waiting</source>
        <translation>Разрешить ожидание</translation>
    </message>
    <message>
        <source>Forbid waiting</source>
        <translation>Запретить ожидание</translation>
    </message>
    <message>
        <source>refuse</source>
        <translation>отказ</translation>
    </message>
    <message>
        <source>hold the last value</source>
        <translation>удержать последнее значение</translation>
    </message>
    <message>
        <source>climatology</source>
        <translation>климатология</translation>
    </message>
    <message>
        <source>Beyond the end of the data</source>
        <translation>После конца данных</translation>
    </message>
    <message>
        <source>Beyond the data</source>
        <translation>Вне данных</translation>
    </message>
    <message>
        <source>Set what stands in beyond the data</source>
        <translation>Задать замену за пределами данных</translation>
    </message>
    <message>
        <source>Set price</source>
        <translation>Задать цену</translation>
    </message>
    <message>
        <source>Choose objectives</source>
        <translation>Выбрать критерии</translation>
    </message>
    <message>
        <source>Price of an hour</source>
        <translation>Цена часа</translation>
    </message>
    <message>
        <source>Price of a tonne of fuel</source>
        <translation>Цена тонны топлива</translation>
    </message>
    <message>
        <source>Price of an hour of risk</source>
        <translation>Цена часа риска</translation>
    </message>
    <message>
        <source>Price of a tonne of CO₂</source>
        <translation>Цена тонны CO₂</translation>
    </message>
    <message>
        <source>Grid beyond the places</source>
        <translation>Сетка за пределами точек</translation>
    </message>
    <message>
        <source>How far round a way may lead</source>
        <translation>Как далеко может идти обход</translation>
    </message>
    <message>
        <source>Set width of the grid</source>
        <translation>Задать ширину сетки</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::CandidateModel</name>
    <message>
        <source>Route</source>
        <translation>Маршрут</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Критерий</translation>
    </message>
    <message>
        <source>Dist. nm</source>
        <translation>Расст., мили</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Arrival UTC</source>
        <translation>Приход UTC</translation>
    </message>
    <message>
        <source>Fuel t</source>
        <translation>Топливо, т</translation>
    </message>
    <message>
        <source>CO₂ t</source>
        <translation>CO₂, т</translation>
    </message>
    <message>
        <source>Risk h</source>
        <translation>Риск, ч</translation>
    </message>
    <message>
        <source>Min. RIO</source>
        <translation>Мин. RIO</translation>
    </message>
    <message>
        <source>Gap %</source>
        <translation>Разрыв, %</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>устарел</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>выбран</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>закреплён</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, shown on the chart</source>
        <translation>%1, показан на карте</translation>
    </message>
    <message>
        <source>%1, not shown</source>
        <translation>%1, не показан</translation>
    </message>
    <message>
        <source>No route of this problem is better than this one by more than that.</source>
        <translation>Ни один маршрут этой задачи не лучше этого более чем на столько.</translation>
    </message>
    <message>
        <source>No route. %1</source>
        <translation>Маршрута нет. %1</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Стоимость</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::CandidatePanel</name>
    <message>
        <source>Take this route</source>
        <translation>Взять этот маршрут</translation>
    </message>
    <message>
        <source>Pin for comparison</source>
        <translation>Закрепить для сравнения</translation>
    </message>
    <message>
        <source>Pin for comparison: the others show how they differ from it</source>
        <translation>Закрепить для сравнения: у остальных показано отличие от него</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>Сопоставление</translation>
    </message>
    <message>
        <source>Why this route?</source>
        <translation>Почему этот маршрут?</translation>
    </message>
    <message>
        <source>Views of the candidates</source>
        <translation>Представления вариантов</translation>
    </message>
    <message>
        <source>Candidate routes</source>
        <translation>Варианты маршрута</translation>
    </message>
    <message>
        <source>Route %1 answers an older voyage: plan again.</source>
        <translation>Маршрут %1 отвечает прежнему рейсу: спланируйте заново.</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::ChartCompanion</name>
    <message>
        <source>Leg to waypoint %1</source>
        <translation>Участок к точке %1</translation>
    </message>
    <message>
        <source>Change kind of leg</source>
        <translation>Изменить вид участка</translation>
    </message>
    <message>
        <source>Delete waypoint %1</source>
        <translation>Удалить точку %1</translation>
    </message>
    <message>
        <source>Insert waypoint here</source>
        <translation>Вставить точку здесь</translation>
    </message>
    <message>
        <source>Depart from here</source>
        <translation>Выйти отсюда</translation>
    </message>
    <message>
        <source>Go on to here</source>
        <translation>Идти дальше сюда</translation>
    </message>
    <message>
        <source>Zone &quot;%1&quot;...</source>
        <translation>Зона «%1»...</translation>
    </message>
    <message>
        <source>Delete zone &quot;%1&quot;</source>
        <translation>Удалить зону «%1»</translation>
    </message>
    <message>
        <source>Copy position</source>
        <translation>Копировать координаты</translation>
    </message>
    <message>
        <source>What is here?</source>
        <translation>Что здесь?</translation>
    </message>
    <message>
        <source>Centre here</source>
        <translation>Центрировать здесь</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>устарел</translation>
    </message>
    <message>
        <source>chosen, coloured by risk</source>
        <translation>выбран, цвет по риску</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>закреплён</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::ChartComposer</name>
    <message>
        <source>SYNTHETIC DATA</source>
        <translation>СИНТЕТИЧЕСКИЕ ДАННЫЕ</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::ChartView</name>
    <message>
        <source>Chart</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Arrow keys pan, plus and minus zoom, Home shows the selected route</source>
        <translation>Стрелки сдвигают карту, плюс и минус меняют масштаб, Home показывает выбранный маршрут</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::Clipboard</name>
    <message>
        <source>“%1” may mean two numbers: write it with a point, or in degrees and minutes.</source>
        <translation>«%1» можно понять как два числа: напишите с точкой или в градусах и минутах.</translation>
    </message>
    <message>
        <source>“%1” is no kind of leg: write optimised, great circle or rhumb line.</source>
        <translation>«%1» — не вид участка: напишите «оптимальный», «дуга большого круга» или «локсодромия».</translation>
    </message>
    <message>
        <source>“%1” is no speed limit: write knots above 0 and up to 60, or nothing.</source>
        <translation>«%1» — не ограничение скорости: укажите узлы больше 0 и до 60 или оставьте пустым.</translation>
    </message>
    <message>
        <source>The headings name no latitude.</source>
        <translation>В заголовках не названа широта.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Строка %1: %2</translation>
    </message>
    <message>
        <source>Line %1: a voyage has %2 waypoints at most.</source>
        <translation>Строка %1: в рейсе может быть не больше %2 путевых точек.</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::CostModelEdit</name>
    <message>
        <source>Load</source>
        <translation>Загрузить</translation>
    </message>
    <message>
        <source>Formula or file of the cost model</source>
        <translation>Формула или файл модели стоимости</translation>
    </message>
    <message>
        <source>File...</source>
        <translation>Файл...</translation>
    </message>
    <message>
        <source>Choose objectives</source>
        <translation>Выбор критериев</translation>
    </message>
    <message>
        <source>formula</source>
        <translation>формула</translation>
    </message>
    <message>
        <source>The formula can be used.</source>
        <translation>Формула годится.</translation>
    </message>
    <message>
        <source>%1, in %2.</source>
        <translation>%1, в %2.</translation>
    </message>
    <message>
        <source>%1, version %2, in %3.</source>
        <translation>%1, версия %2, в %3.</translation>
    </message>
    <message>
        <source>Set cost model</source>
        <translation>Задать модель стоимости</translation>
    </message>
    <message>
        <source>Choose cost model</source>
        <translation>Выбор модели стоимости</translation>
    </message>
    <message>
        <source>Cost models (*.toml *.so)</source>
        <translation>Модели стоимости (*.toml *.so)</translation>
    </message>
    <message>
        <source>A library runs inside the program, with all its rights. It is not loaded before you say so.</source>
        <translation>Библиотека работает внутри программы, со всеми её правами. Без вашего согласия она не загружается.</translation>
    </message>
    <message>
        <source>A formula of time_h, distance_nm, fuel_t, co2_t and risk_h, or a file.</source>
        <translation>Формула из time_h, distance_nm, fuel_t, co2_t и risk_h или файл.</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::Coverage</name>
    <message>
        <source>Wind</source>
        <translation>Ветер</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Течение</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Valid always</source>
        <translation>Действует всегда</translation>
    </message>
    <message numerus="yes">
        <source>%n time step(s)</source>
        <translation>
            <numerusform>%n срок</numerusform>
            <numerusform>%n срока</numerusform>
            <numerusform>%n сроков</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Ends %1 before the voyage does</source>
        <translation>Кончаются за %1 до конца рейса</translation>
    </message>
    <message>
        <source>Age of the latest data: %1</source>
        <translation>Возраст последних данных: %1</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::DepartureDialog</name>
    <message>
        <source>Take this departure and plan</source>
        <translation>Взять этот выход и спланировать</translation>
    </message>
    <message>
        <source>Compare departures</source>
        <translation>Сравнить выходы</translation>
    </message>
    <message>
        <source>Days from the voyage&apos;s departure on</source>
        <translation>Суток от выхода рейса</translation>
    </message>
    <message numerus="yes">
        <source>every %n hour(s)</source>
        <translation>
            <numerusform>каждый %n час</numerusform>
            <numerusform>каждые %n часа</numerusform>
            <numerusform>каждые %n часов</numerusform>
        </translation>
    </message>
    <message>
        <source>Time between departures</source>
        <translation>Время между выходами</translation>
    </message>
    <message>
        <source>Planned by</source>
        <translation>Планировать по</translation>
    </message>
    <message>
        <source>Departures</source>
        <translation>Выходы</translation>
    </message>
    <message>
        <source>For the next days:</source>
        <translation>На ближайшие сутки:</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>The data are still being opened: try again in a moment.</source>
        <translation>Данные ещё открываются: попробуйте чуть позже.</translation>
    </message>
    <message>
        <source>The voyage has no two places yet.</source>
        <translation>В рейсе ещё нет двух точек.</translation>
    </message>
    <message>
        <source>Take departure</source>
        <translation>Взять выход</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>Plans the voyage for each departure; the voyage itself stays as it is.</source>
        <translation>Планирует рейс для каждого выхода; сам рейс не меняется.</translation>
    </message>
    <message>
        <source>All departures are planned; the best are bold.</source>
        <translation>Все выходы спланированы; лучшие выделены.</translation>
    </message>
    <message>
        <source>%1 of %2 departures are planned.</source>
        <translation>Спланировано выходов: %1 из %2.</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 departures are planned.</source>
        <translation>Остановлено: спланировано выходов: %1 из %2.</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::DepartureModel</name>
    <message>
        <source>Departure UTC</source>
        <translation>Выход UTC</translation>
    </message>
    <message>
        <source>Arrival UTC</source>
        <translation>Приход UTC</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ожидание</translation>
    </message>
    <message>
        <source>Fuel t</source>
        <translation>Топливо, т</translation>
    </message>
    <message>
        <source>Risk h</source>
        <translation>Риск, ч</translation>
    </message>
    <message>
        <source>Min. RIO</source>
        <translation>Мин. RIO</translation>
    </message>
    <message>
        <source>No route. %1</source>
        <translation>Нет маршрута. %1</translation>
    </message>
    <message>
        <source>The best of these departures</source>
        <translation>Лучшее из этих выходов</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::DocumentEdits</name>
    <message>
        <source>Zone %1</source>
        <translation>Зона %1</translation>
    </message>
    <message>
        <source>A zone needs three corners: delete the zone instead.</source>
        <translation>Зоне нужны три вершины: удалите зону целиком.</translation>
    </message>
    <message>
        <source>Add waypoint %1</source>
        <translation>Добавить путевую точку %1</translation>
    </message>
    <message>
        <source>Insert waypoint %1</source>
        <translation>Вставить путевую точку %1</translation>
    </message>
    <message>
        <source>Move waypoint %1</source>
        <translation>Переместить путевую точку %1</translation>
    </message>
    <message>
        <source>Draw zone &quot;%1&quot;</source>
        <translation>Нарисовать зону «%1»</translation>
    </message>
    <message>
        <source>Delete zone &quot;%1&quot;</source>
        <translation>Удалить зону «%1»</translation>
    </message>
    <message>
        <source>Delete corner of zone &quot;%1&quot;</source>
        <translation>Удалить вершину зоны «%1»</translation>
    </message>
    <message>
        <source>Move corner of zone &quot;%1&quot;</source>
        <translation>Сдвинуть вершину зоны «%1»</translation>
    </message>
    <message>
        <source>Delete waypoint %1</source>
        <translation>Удалить путевую точку %1</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::EngineWords</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>known</source>
        <translation>известно</translation>
    </message>
    <message>
        <source>filled from a neighbour</source>
        <translation>взято у соседней ячейки</translation>
    </message>
    <message>
        <source>interpolated over a gap</source>
        <translation>интерполировано через пропуск</translation>
    </message>
    <message>
        <source>held</source>
        <translation>удержано</translation>
    </message>
    <message>
        <source>climatology</source>
        <translation>климатология</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>принято</translation>
    </message>
    <message>
        <source>assumed for want of data</source>
        <translation>принято за неимением данных</translation>
    </message>
    <message>
        <source>land</source>
        <translation>Суша</translation>
    </message>
    <message>
        <source>coast</source>
        <translation>побережье</translation>
    </message>
    <message>
        <source>pole hole</source>
        <translation>полюсное окно</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>нет значения</translation>
    </message>
    <message>
        <source>out of range</source>
        <translation>вне допустимых пределов</translation>
    </message>
    <message>
        <source>the data are too coarse so near land</source>
        <translation>вблизи суши данные слишком грубы</translation>
    </message>
    <message>
        <source>outside the area of the data</source>
        <translation>вне района данных</translation>
    </message>
    <message>
        <source>outside the time of the data</source>
        <translation>вне срока данных</translation>
    </message>
    <message>
        <source>no such data</source>
        <translation>нет таких данных</translation>
    </message>
    <message>
        <source>no ice class</source>
        <translation>без ледового класса</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::ExportDialog</name>
    <message>
        <source>Export route</source>
        <translation>Выгрузка маршрута</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>format and suffix</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Обзор…</translation>
    </message>
    <message>
        <source>What the receiver must know</source>
        <translation>Что должен знать получатель</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Выгрузить</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>Ф&amp;ормат</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Before you hand it over</source>
        <translation>Прежде чем пе&amp;редать</translation>
    </message>
    <message>
        <source>%1 (*%2)</source>
        <comment>format and suffix</comment>
        <translation>%1 (*%2)</translation>
    </message>
    <message>
        <source>⚠ Warning: %1</source>
        <translation>⚠ Предупреждение: %1</translation>
    </message>
    <message>
        <source>• %1</source>
        <translation>• %1</translation>
    </message>
    <message>
        <source>There is no route yet: it needs two waypoints at least.</source>
        <translation>Маршрута ещё нет: нужны хотя бы две путевые точки.</translation>
    </message>
    <message>
        <source>The file has no name yet.</source>
        <translation>У файла ещё нет имени.</translation>
    </message>
    <message>
        <source>Replace file</source>
        <translation>Заменить файл</translation>
    </message>
    <message>
        <source>Not written. %1</source>
        <translation>Не записано. %1</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Записано: %1</translation>
    </message>
    <message>
        <source>Nothing is lost in this format, and nothing speaks against the line.</source>
        <translation>В этом формате ничего не теряется, и ничто не говорит против линии.</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::FileCommands</name>
    <message>
        <source>Open voyage, scenario or route</source>
        <translation>Открыть рейс, сценарий или маршрут</translation>
    </message>
    <message>
        <source>Voyages, scenarios and routes (%1)</source>
        <translation>Рейсы, сценарии и маршруты (%1)</translation>
    </message>
    <message>
        <source>Several routes</source>
        <translation>Несколько маршрутов</translation>
    </message>
    <message numerus="yes">
        <source>The file holds %n route(s). Open:</source>
        <translation>
            <numerusform>В файле %n маршрут. Открыть:</numerusform>
            <numerusform>В файле %n маршрута. Открыть:</numerusform>
            <numerusform>В файле %n маршрутов. Открыть:</numerusform>
        </translation>
    </message>
    <message>
        <source>Recover voyage</source>
        <translation>Восстановление рейса</translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; was not saved when the program ended: %n change(s), the last at %2.</source>
        <translation>
            <numerusform>«%1» не был сохранён, когда программа завершилась: %n изменение, последнее %2.</numerusform>
            <numerusform>«%1» не был сохранён, когда программа завершилась: %n изменения, последнее %2.</numerusform>
            <numerusform>«%1» не был сохранён, когда программа завершилась: %n изменений, последнее %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save voyage</source>
        <translation>Сохранить рейс</translation>
    </message>
    <message>
        <source>Fairlead voyages (*.fairlead)</source>
        <translation>Рейсы Fairlead (*.fairlead)</translation>
    </message>
    <message>
        <source>Unsaved voyage</source>
        <translation>Рейс не сохранён</translation>
    </message>
    <message>
        <source>The voyage has changes that are not saved.</source>
        <translation>В рейсе есть несохранённые изменения.</translation>
    </message>
    <message>
        <source>voyage</source>
        <translation>рейс</translation>
    </message>
    <message>
        <source>There is nothing to report yet: plan the voyage first.</source>
        <translation>Отчитываться пока не о чем: сначала спланируйте рейс.</translation>
    </message>
    <message>
        <source>Report as PDF</source>
        <translation>Отчёт в PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Отчёт записан в %1.</translation>
    </message>
    <message>
        <source>%1 was not opened, because the recovered voyage is open. It is the first of the recent files: open it when the recovered voyage is saved.</source>
        <translation>Файл %1 не открыт: открыт восстановленный рейс. Файл стоит первым среди недавних: откройте его, когда сохраните восстановленный рейс.</translation>
    </message>
    <message>
        <source>unnamed voyage</source>
        <translation>рейс без названия</translation>
    </message>
    <message numerus="yes">
        <source>%n later change(s) cannot be read and will be missing.</source>
        <translation>
            <numerusform>%n более позднее изменение не читается, его не будет.</numerusform>
            <numerusform>%n более поздних изменения не читаются, их не будет.</numerusform>
            <numerusform>%n более поздних изменений не читаются, их не будет.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>Файл %1 уже есть. Заменить его?</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::FindingModel</name>
    <message>
        <source>Severity</source>
        <translation>Важность</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>When UTC</source>
        <translation>Когда, UTC</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Правило</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Запас</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Accept finding</source>
        <translation>Принять замечание</translation>
    </message>
    <message>
        <source>Take acceptance back</source>
        <translation>Отменить принятие</translation>
    </message>
    <message>
        <source>Nothing has been judged yet.</source>
        <translation>Пока ничего не проверено.</translation>
    </message>
    <message>
        <source>Out of date: no route was found. %1</source>
        <translation>Устарело: маршрут не найден. %1</translation>
    </message>
    <message>
        <source>No route. %1</source>
        <translation>Маршрута нет. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n violation(s)</source>
        <translation>
            <numerusform>%n нарушение</numerusform>
            <numerusform>%n нарушения</numerusform>
            <numerusform>%n нарушений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n предупреждение</numerusform>
            <numerusform>%n предупреждения</numerusform>
            <numerusform>%n предупреждений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n caution(s)</source>
        <translation>
            <numerusform>%n предостережение</numerusform>
            <numerusform>%n предостережения</numerusform>
            <numerusform>%n предостережений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n сведение</numerusform>
            <numerusform>%n сведения</numerusform>
            <numerusform>%n сведений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>%n принято</numerusform>
            <numerusform>%n принято</numerusform>
            <numerusform>%n принято</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found on this line.</source>
        <translation>По этой линии замечаний нет.</translation>
    </message>
    <message>
        <source>Out of date: %1</source>
        <translation>Устарело: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>Правило: %1</translation>
    </message>
    <message>
        <source>About: %1</source>
        <translation>О чём: %1</translation>
    </message>
    <message>
        <source>Where: %1</source>
        <translation>Где: %1</translation>
    </message>
    <message>
        <source>When: %1</source>
        <translation>Когда: %1</translation>
    </message>
    <message>
        <source>Margin to the limit: %1</source>
        <translation>Запас до предела: %1</translation>
    </message>
    <message>
        <source>Concerns %1 nm of the route</source>
        <translation>Касается %1 миль маршрута</translation>
    </message>
    <message>
        <source>What would help: %1</source>
        <translation>Что поможет: %1</translation>
    </message>
    <message>
        <source>Accepted because: %1</source>
        <translation>Принято, потому что: %1</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Код: %1</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::GuideWindow</name>
    <message>
        <source>Fairlead user guide</source>
        <translation>Руководство пользователя Fairlead</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Содержание</translation>
    </message>
    <message>
        <source>Text of the guide</source>
        <translation>Текст руководства</translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation>Найти в руководстве</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Вперёд</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Не найдено</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::IdentifyCard</name>
    <message>
        <source>What is here</source>
        <translation>Что здесь</translation>
    </message>
    <message>
        <source>Values, quality and sources at the place</source>
        <translation>Значения, качество и источники в этом месте</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy all of it to the clipboard</source>
        <translation>Копировать всё в буфер обмена</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>The data are still being opened.</source>
        <translation>Данные ещё открываются.</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::Language</name>
    <message>
        <source>As the &amp;system</source>
        <translation>Как в &amp;системе</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::LayerPanel</name>
    <message>
        <source>WMO colours</source>
        <translation>Цвета ВМО</translation>
    </message>
    <message>
        <source>Voyage</source>
        <translation>Рейс</translation>
    </message>
    <message>
        <source>Ice</source>
        <translation>Лёд</translation>
    </message>
    <message>
        <source>Classes of total concentration as on ice charts. Not every reader can tell these colours apart.</source>
        <translation>Градации общей сплочённости, как на ледовых картах. Не все различают эти цвета.</translation>
    </message>
    <message>
        <source>Weather and sea</source>
        <translation>Погода и море</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Основа</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Слои</translation>
    </message>
    <message>
        <source>Opacity of %1</source>
        <translation>Непрозрачность: %1</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Непрозрачность</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Маршруты</translation>
    </message>
    <message>
        <source>Corridor</source>
        <translation>Коридор</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Порты</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Зоны</translation>
    </message>
    <message>
        <source>Ice concentration</source>
        <translation>Сплочённость льда</translation>
    </message>
    <message>
        <source>Ice thickness</source>
        <translation>Толщина льда</translation>
    </message>
    <message>
        <source>RIO of this ship</source>
        <translation>RIO этого судна</translation>
    </message>
    <message>
        <source>Speed of this ship</source>
        <translation>Скорость этого судна</translation>
    </message>
    <message>
        <source>Wind</source>
        <translation>Ветер</translation>
    </message>
    <message>
        <source>Wave height</source>
        <translation>Высота волн</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Течение</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Глубина</translation>
    </message>
    <message>
        <source>Land</source>
        <translation>Суша</translation>
    </message>
    <message>
        <source>Graticule</source>
        <translation>Сетка координат</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::LegModel</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Широта</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Долгота</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>Участок</translation>
    </message>
    <message>
        <source>Limit, kn</source>
        <translation>Предел, уз</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>WP</source>
        <translation>ПТ</translation>
    </message>
    <message>
        <source>Course °T</source>
        <translation>ИК, °</translation>
    </message>
    <message>
        <source>Dist. nm</source>
        <translation>Расст., мили</translation>
    </message>
    <message>
        <source>Total nm</source>
        <translation>Всего, мили</translation>
    </message>
    <message>
        <source>Speed kn</source>
        <translation>Скор., уз</translation>
    </message>
    <message>
        <source>ETA UTC</source>
        <translation>ETA UTC</translation>
    </message>
    <message>
        <source>Min. RIO</source>
        <translation>Мин. RIO</translation>
    </message>
    <message>
        <source>Ice /10</source>
        <translation>Лёд, баллы</translation>
    </message>
    <message>
        <source>Depth m</source>
        <translation>Глуб., м</translation>
    </message>
    <message>
        <source>UKC m</source>
        <translation>Под килем, м</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>made by the plan</source>
        <translation>создана планом</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Waypoint of yours: planning keeps it.</source>
        <translation>Ваша путевая точка: при планировании она остаётся.</translation>
    </message>
    <message>
        <source>Made by the plan: the next plan makes it anew. Editing it makes it yours.</source>
        <translation>Создана планом: следующий план создаст её заново. После правки она станет вашей.</translation>
    </message>
    <message>
        <source>Greatest ice concentration on the leg; mean %1 tenths.</source>
        <translation>Наибольшая сплочённость льда на участке; в среднем %1 балла.</translation>
    </message>
    <message>
        <source>Least depth less draught, and less squat at the leg&apos;s mean speed.</source>
        <translation>Наименьшая глубина за вычетом осадки и просадки при средней скорости на участке.</translation>
    </message>
    <message>
        <source>The ship waits %1 on this leg.</source>
        <translation>На этом участке судно ждёт %1.</translation>
    </message>
    <message>
        <source>On the rhumb line.</source>
        <translation>По локсодромии.</translation>
    </message>
    <message>
        <source>Initial course, on the geodesic of WGS 84.</source>
        <translation>Начальный курс по геодезической линии WGS 84.</translation>
    </message>
    <message>
        <source>This leg has not been planned yet.</source>
        <translation>Этот участок ещё не спланирован.</translation>
    </message>
    <message>
        <source>Out of date: of the line as it was before the last edit.</source>
        <translation>Устарело: относится к линии до последней правки.</translation>
    </message>
    <message>
        <source>“%1” is no kind of leg.</source>
        <translation>«%1» — не вид участка.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n waypoint(s)</source>
        <translation>
            <numerusform>Удалить %n путевую точку</numerusform>
            <numerusform>Удалить %n путевые точки</numerusform>
            <numerusform>Удалить %n путевых точек</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep waypoint</source>
        <translation>Сохранять путевую точку</translation>
    </message>
    <message>
        <source>Leave waypoint to the plan</source>
        <translation>Отдать путевую точку плану</translation>
    </message>
    <message>
        <source>The clipboard holds no waypoints.</source>
        <translation>В буфере обмена нет путевых точек.</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n waypoint(s)</source>
        <translation>
            <numerusform>Вставить %n путевую точку</numerusform>
            <numerusform>Вставить %n путевые точки</numerusform>
            <numerusform>Вставить %n путевых точек</numerusform>
        </translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Ограничение скорости</translation>
    </message>
    <message>
        <source>Speed limit, kn</source>
        <translation>Ограничение скорости, уз</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Ограничение</translation>
    </message>
    <message numerus="yes">
        <source>A voyage has %1 waypoints at most; %n more would be too many.</source>
        <translation>
            <numerusform>В рейсе может быть не больше %1 путевых точек; ещё %n — слишком много.</numerusform>
            <numerusform>В рейсе может быть не больше %1 путевых точек; ещё %n — слишком много.</numerusform>
            <numerusform>В рейсе может быть не больше %1 путевых точек; ещё %n — слишком много.</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns that the leg table does not have are not pasted: %1.</source>
        <translation>Столбцы, которых нет в таблице участков, не вставлены: %1.</translation>
    </message>
    <message>
        <source>Rename waypoint %1</source>
        <translation>Переименовать путевую точку %1</translation>
    </message>
    <message>
        <source>Change leg to waypoint %1</source>
        <translation>Изменить участок к путевой точке %1</translation>
    </message>
    <message>
        <source>Edit note of waypoint %1</source>
        <translation>Изменить заметку к путевой точке %1</translation>
    </message>
    <message>
        <source>Move waypoint %1</source>
        <translation>Переместить путевую точку %1</translation>
    </message>
    <message>
        <source>Set speed limit of the leg to waypoint %1</source>
        <translation>Задать ограничение скорости на участке к путевой точке %1</translation>
    </message>
    <message>
        <source>Insert waypoint %1</source>
        <translation>Вставить путевую точку %1</translation>
    </message>
    <message>
        <source>Add waypoint %1</source>
        <translation>Добавить путевую точку %1</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::LegPanel</name>
    <message>
        <source>No place is called “%1”, and it is no position.</source>
        <translation>Места с названием «%1» нет, и это не координаты.</translation>
    </message>
    <message>
        <source>Waypoints and legs</source>
        <translation>Путевые точки и участки</translation>
    </message>
    <message>
        <source>Insert waypoint</source>
        <translation>Вставить путевую точку</translation>
    </message>
    <message>
        <source>Insert a waypoint half way on the leg that follows</source>
        <translation>Вставить путевую точку посередине следующего участка</translation>
    </message>
    <message>
        <source>Delete waypoints</source>
        <translation>Удалить путевые точки</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Копировать строки</translation>
    </message>
    <message>
        <source>Copy the selected rows for a spreadsheet</source>
        <translation>Копировать выделенные строки для электронной таблицы</translation>
    </message>
    <message>
        <source>Paste rows</source>
        <translation>Вставить строки</translation>
    </message>
    <message>
        <source>Paste waypoints from a spreadsheet: in the place of the selected rows if they are several, else after the selected one</source>
        <translation>Вставить путевые точки из электронной таблицы: вместо выделенных строк, если их несколько, иначе после выделенной</translation>
    </message>
    <message>
        <source>Keep when planning</source>
        <translation>Сохранять при планировании</translation>
    </message>
    <message>
        <source>Waypoints that are kept are yours; the others are made by the plan, which makes them anew</source>
        <translation>Сохраняемые путевые точки — ваши; остальные создаёт план и каждый раз заново</translation>
    </message>
    <message>
        <source>Add a place: name, UN/LOCODE or position</source>
        <translation>Место, код или координаты</translation>
    </message>
    <message>
        <source>Add a place</source>
        <translation>Добавить место</translation>
    </message>
    <message>
        <source>Add a departure and a destination.</source>
        <translation>Добавьте место отхода и место назначения.</translation>
    </message>
    <message>
        <source>Add a destination.</source>
        <translation>Добавьте место назначения.</translation>
    </message>
    <message>
        <source>Some legs are still to be planned.</source>
        <translation>Часть участков ещё не спланирована.</translation>
    </message>
    <message>
        <source>%1 nm in %2, arriving %3</source>
        <translation>%1 миль за %2, приход %3</translation>
    </message>
    <message>
        <source>Times are not known: %1</source>
        <translation>Время неизвестно: %1</translation>
    </message>
    <message>
        <source>Times are out of date …</source>
        <translation>Время устарело …</translation>
    </message>
    <message>
        <source>Times are not known yet.</source>
        <translation>Время пока неизвестно.</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::LegendBox</name>
    <message>
        <source>Legend</source>
        <translation>Условные обозначения</translation>
    </message>
    <message>
        <source>Unfold the legend</source>
        <translation>Развернуть легенду</translation>
    </message>
    <message>
        <source>Fold the legend away</source>
        <translation>Свернуть легенду</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::LogPanel</name>
    <message>
        <source>Copy log</source>
        <translation>Копировать журнал</translation>
    </message>
    <message>
        <source>What the program has said</source>
        <translation>Что сообщала программа</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Важность</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <translation>
            <numerusform>%1 (%n раз)</numerusform>
            <numerusform>%1 (%n раза)</numerusform>
            <numerusform>%1 (%n раз)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fairlead::gui::MainWindow</name>
    <message>
        <source>Layers</source>
        <translation>Слои</translation>
    </message>
    <message>
        <source>Ship and rules</source>
        <translation>Судно и правила</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>Voyage</source>
        <translation>Рейс</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Профиль</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Недавние &amp;файлы</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>Па&amp;нели</translation>
    </message>
    <message>
        <source>Go to panel &quot;%1&quot;</source>
        <translation>Перейти к панели «%1»</translation>
    </message>
    <message>
        <source>Take candidate %1</source>
        <translation>Взять вариант %1</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Инструменты</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a place that is known nor a position.</source>
        <translation>«%1» — не известное место и не координаты.</translation>
    </message>
    <message>
        <source>Reverse voyage</source>
        <translation>Обратить рейс</translation>
    </message>
    <message>
        <source>%1 is on land. The nearest water is at %2.</source>
        <translation>%1 — на суше. Ближайшая вода: %2.</translation>
    </message>
    <message>
        <source>%1 is on land, and there is no water near.</source>
        <translation>%1 — на суше, и воды поблизости нет.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Сохранено в %1</translation>
    </message>
    <message>
        <source>New voyage</source>
        <translation>Новый рейс</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Язык (Language)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Отменить: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Повторить: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>Put it there</source>
        <translation>Поставить туда</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::Notice</name>
    <message>
        <source>Put away</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Put the message away</source>
        <translation>Убрать сообщение</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::PlaceSearch</name>
    <message>
        <source>Name, UN/LOCODE or position</source>
        <translation>Название, UN/LOCODE или координаты</translation>
    </message>
    <message>
        <source>Search place</source>
        <translation>Поиск места</translation>
    </message>
    <message>
        <source>Type a name, a UN/LOCODE or a position, then Return</source>
        <translation>Введите название, UN/LOCODE или координаты и нажмите Enter</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::PositionEdit</name>
    <message>
        <source>Position</source>
        <translation>Координаты</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::ProblemPanel</name>
    <message>
        <source>Show on chart</source>
        <translation>Показать на карте</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Копировать подробности</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Следующая проблема</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Предыдущая проблема</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Filter problems by text</source>
        <translation>Фильтр проблем по тексту</translation>
    </message>
    <message>
        <source>Least severity shown</source>
        <translation>Наименьшая показываемая важность</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Cautions and worse</source>
        <translation>Предостережения и важнее</translation>
    </message>
    <message>
        <source>Warnings and worse</source>
        <translation>Предупреждения и важнее</translation>
    </message>
    <message>
        <source>Violations</source>
        <translation>Нарушения</translation>
    </message>
    <message>
        <source>Details of the problem</source>
        <translation>Подробности проблемы</translation>
    </message>
    <message>
        <source>Accept because …</source>
        <translation>Принять, потому что …</translation>
    </message>
    <message>
        <source>Reason to accept the problem</source>
        <translation>Причина принятия</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Accept this problem for the reason given; it stays in the report</source>
        <translation>Принять это замечание по указанной причине; в отчёте оно останется</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Отменить принятие</translation>
    </message>
    <message>
        <source>The ship comes as far as %1; from there %2 nm remain.</source>
        <translation>Судно доходит до %1; оттуда остаётся %2 миль.</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::Profile</name>
    <message>
        <source>Ice %</source>
        <translation>Лёд, %</translation>
    </message>
    <message>
        <source>Thick. m</source>
        <translation>Толщ., м</translation>
    </message>
    <message>
        <source>RIO</source>
        <translation>RIO</translation>
    </message>
    <message>
        <source>Speed kn</source>
        <translation>Скор., уз</translation>
    </message>
    <message>
        <source>Fuel t</source>
        <translation>Топливо, т</translation>
    </message>
    <message>
        <source>Depth m</source>
        <translation>Глуб., м</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::ProfilePanel</name>
    <message>
        <source>Profile along the route</source>
        <translation>Профиль вдоль маршрута</translation>
    </message>
    <message>
        <source>The same numbers are in the leg table.</source>
        <translation>Те же числа есть в таблице участков.</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>По оси:</translation>
    </message>
    <message>
        <source>Profile against</source>
        <translation>Ось профиля</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Графики</translation>
    </message>
    <message>
        <source>Lanes shown</source>
        <translation>Показанные графики</translation>
    </message>
    <message>
        <source>No line has been judged yet.</source>
        <translation>Ни одна линия ещё не проверена.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>distance, nm</source>
        <translation>расстояние, мили</translation>
    </message>
    <message>
        <source>time from departure, h</source>
        <translation>время от отхода, ч</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2 under the keel</source>
        <translation>%1, под килем %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>the line</source>
        <translation>линия</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1, закреплён</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::Remedies</name>
    <message>
        <source>Cells of %1 km</source>
        <translation>Ячейки по %1 км</translation>
    </message>
    <message>
        <source>Grid %1 km around</source>
        <translation>Сетка на %1 км вокруг</translation>
    </message>
    <message numerus="yes">
        <source>Leaving %n day(s) later finds a way.</source>
        <translation>
            <numerusform>С выходом на %n сутки позже путь есть.</numerusform>
            <numerusform>С выходом на %n суток позже путь есть.</numerusform>
            <numerusform>С выходом на %n суток позже путь есть.</numerusform>
        </translation>
    </message>
    <message>
        <source>With the last data held beyond their end there is a way: they are then older than the ship&apos;s passage, and each is marked so.</source>
        <translation>Если удержать последние данные после их конца, путь есть: они будут старше прохода судна, и каждое будет помечено.</translation>
    </message>
    <message>
        <source>With less draught a way may open: without the under-keel rule there is one. Check charted depths.</source>
        <translation>С меньшей осадкой путь может открыться: без правила о запасе под килем он есть. Проверьте глубины по карте.</translation>
    </message>
    <message>
        <source>Without the zones in force there is a way: wait for them to end, or ask for leave.</source>
        <translation>Без действующих зон путь есть: дождитесь их окончания или запросите разрешение.</translation>
    </message>
    <message>
        <source>Smaller cells find narrower ways.</source>
        <translation>Меньшие ячейки находят более узкие проходы.</translation>
    </message>
    <message>
        <source>A wider grid finds longer ways round.</source>
        <translation>Более широкая сетка находит более дальние обходы.</translation>
    </message>
    <message>
        <source>The ice around the pole is not known: a scenario can say what to assume there.</source>
        <translation>Лёд у полюса неизвестен: сценарий может сказать, что там принять.</translation>
    </message>
    <message>
        <source>Let the way between these places be found, or draw it elsewhere.</source>
        <translation>Дайте найти путь между этими точками или проведите его иначе.</translation>
    </message>
    <message numerus="yes">
        <source>Depart %n day(s) later</source>
        <translation>
            <numerusform>Выйти на %n сутки позже</numerusform>
            <numerusform>Выйти на %n суток позже</numerusform>
            <numerusform>Выйти на %n суток позже</numerusform>
        </translation>
    </message>
    <message>
        <source>Hold the last data</source>
        <translation>Удержать последние данные</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::ScatterPlot</name>
    <message>
        <source>Measure across</source>
        <translation>Величина по горизонтали</translation>
    </message>
    <message>
        <source>Measure upwards</source>
        <translation>Величина по вертикали</translation>
    </message>
    <message>
        <source>against</source>
        <translation>по оси X:</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>Сопоставление</translation>
    </message>
    <message>
        <source>The same numbers are in the table of candidates.</source>
        <translation>Те же числа есть в таблице вариантов.</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1, закреплён</translation>
    </message>
    <message>
        <source>%1, out of date</source>
        <translation>%1, устарел</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::ShortcutDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Поиск действий и клавиш</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Действия и их клавиши</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>New keys of the selected action</source>
        <translation>Новые клавиши выбранного действия</translation>
    </message>
    <message>
        <source>&amp;Keys of the selected action:</source>
        <translation>&amp;Клавиши выбранного действия:</translation>
    </message>
    <message>
        <source>&amp;Take</source>
        <translation>&amp;Взять</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Без клавиш</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>По &amp;умолчанию</translation>
    </message>
    <message>
        <source>%1 belongs to &quot;%2&quot;: choose other keys, or free them there first.</source>
        <translation>%1 уже у действия «%2»: выберите другие клавиши или сначала освободите эти.</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::StatusStrip</name>
    <message>
        <source>Position of the pointer</source>
        <translation>Координаты указателя</translation>
    </message>
    <message>
        <source>Values at the pointer</source>
        <translation>Значения под указателем</translation>
    </message>
    <message>
        <source>Range and bearing from the selected waypoint</source>
        <translation>Расстояние и пеленг от выбранной путевой точки</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Cancel planning</source>
        <translation>Остановить планирование</translation>
    </message>
    <message>
        <source>UTC  nm  kn  m  t</source>
        <translation>UTC  мили  уз  м  т</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Планирование</translation>
    </message>
    <message>
        <source>selected waypoint</source>
        <translation>выбранной путевой точки</translation>
    </message>
    <message>
        <source>%1 nm %2T from %3</source>
        <translation>%1 миль, ИП %2 от: %3</translation>
    </message>
    <message>
        <source>ice %1 %</source>
        <translation>лёд %1 %</translation>
    </message>
    <message>
        <source>%1 m thick</source>
        <translation>толщина %1 м</translation>
    </message>
    <message>
        <source>ice: %1</source>
        <translation>лёд: %1</translation>
    </message>
    <message>
        <source>RIO %1</source>
        <translation>RIO %1</translation>
    </message>
    <message>
        <source>speed %1 kn</source>
        <translation>скорость %1 уз</translation>
    </message>
    <message>
        <source>no passage</source>
        <translation>прохода нет</translation>
    </message>
    <message>
        <source>depth %1 m</source>
        <translation>глубина %1 м</translation>
    </message>
    <message>
        <source>waves %1 m</source>
        <translation>волны %1 м</translation>
    </message>
    <message>
        <source>wind from %1 %2 kn</source>
        <translation>ветер от %1, %2 уз</translation>
    </message>
    <message>
        <source>current to %1 %2 kn</source>
        <translation>течение на %1, %2 уз</translation>
    </message>
    <message>
        <source>%1 %p% · %2 s</source>
        <translation>%1 %p% · %2 с</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::TimelineBar</name>
    <message>
        <source>Timeline</source>
        <translation>Шкала времени</translation>
    </message>
    <message>
        <source>Arrow keys move the time cursor; with Shift by a day.</source>
        <translation>Стрелки двигают указатель времени; с Shift — на сутки.</translation>
    </message>
    <message>
        <source>Voyage</source>
        <translation>Рейс</translation>
    </message>
    <message>
        <source>%1, valid always</source>
        <translation>%1, действует всегда</translation>
    </message>
    <message>
        <source>%1 beyond the data</source>
        <translation>%1 за пределами данных</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::TimelinePanel</name>
    <message>
        <source>Play</source>
        <translation>Пуск</translation>
    </message>
    <message>
        <source>To the departure</source>
        <translation>К отходу</translation>
    </message>
    <message>
        <source>A day back</source>
        <translation>На сутки назад</translation>
    </message>
    <message>
        <source>An hour back</source>
        <translation>На час назад</translation>
    </message>
    <message>
        <source>An hour on</source>
        <translation>На час вперёд</translation>
    </message>
    <message>
        <source>A day on</source>
        <translation>На сутки вперёд</translation>
    </message>
    <message>
        <source>To the arrival</source>
        <translation>К приходу</translation>
    </message>
    <message>
        <source>%1 h/s</source>
        <translation>%1 ч/с</translation>
    </message>
    <message>
        <source>Speed of play</source>
        <translation>Скорость показа</translation>
    </message>
    <message>
        <source>Hours of the voyage in a second</source>
        <translation>Часов рейса за секунду</translation>
    </message>
    <message>
        <source>%1 (T%2 h)</source>
        <translation>%1 (T%2 ч)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::VesselPanel</name>
    <message>
        <source>POLARIS</source>
        <translation>POLARIS</translation>
    </message>
    <message>
        <source>Under-keel clearance</source>
        <translation>Запас воды под килем</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Зоны</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Дополнительно</translation>
    </message>
    <message>
        <source>From a file …</source>
        <translation>Из файла …</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>Судно</translation>
    </message>
    <message>
        <source>Departure</source>
        <translation>Отход</translation>
    </message>
    <message>
        <source>Set departure</source>
        <translation>Задать время отхода</translation>
    </message>
    <message>
        <source>Choose objectives</source>
        <translation>Выбрать критерии</translation>
    </message>
    <message>
        <source>Plan for</source>
        <translation>Критерии</translation>
    </message>
    <message>
        <source>Choose rules</source>
        <translation>Выбрать правила</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>Choose ship</source>
        <translation>Выбрать судно</translation>
    </message>
    <message>
        <source>Ship from a file</source>
        <translation>Судно из файла</translation>
    </message>
    <message>
        <source>Ships (*.toml)</source>
        <translation>Суда (*.toml)</translation>
    </message>
    <message>
        <source>%1 × %2 × %3 m, %4 kn, %5 MW, at least %6 kn in ice</source>
        <translation>%1 × %2 × %3 м, %4 уз, %5 МВт, во льду не менее %6 уз</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::VoyageFile</name>
    <message>
        <source>%1 was changed by another program since it was opened here. That state is kept in %2.</source>
        <translation>Файл %1 изменён другой программой после того, как был открыт здесь. То состояние сохранено в %2.</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::VoyageSession</name>
    <message>
        <source>This candidate answers an older voyage: plan again.</source>
        <translation>Этот вариант отвечает прежнему рейсу: спланируйте заново.</translation>
    </message>
    <message>
        <source>Take planned line</source>
        <translation>Взять линию плана</translation>
    </message>
    <message>
        <source>The data are still being opened: planning begins when they are.</source>
        <translation>Данные ещё открываются: расчёт начнётся, как только они откроются.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %1 of %n objective(s) are planned.</source>
        <translation>
            <numerusform>Остановлено: спланировано %1 из %n цели.</numerusform>
            <numerusform>Остановлено: спланировано %1 из %n целей.</numerusform>
            <numerusform>Остановлено: спланировано %1 из %n целей.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: the former line stands.</source>
        <translation>Остановлено: остаётся прежняя линия.</translation>
    </message>
    <message>
        <source>Stopped: nothing was planned.</source>
        <translation>Остановлено: ничего не спланировано.</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::WelcomeCard</name>
    <message>
        <source>Show at every start</source>
        <translation>Показывать при запуске</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Первые шаги</translation>
    </message>
    <message>
        <source>Three steps to a route</source>
        <translation>Три шага к маршруту</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>&lt;ol style=&apos;margin-left:-24px&apos;&gt;&lt;li&gt;Press &lt;b&gt;Ctrl+R&lt;/b&gt; to plan this sample voyage, or &lt;b&gt;Ctrl+N&lt;/b&gt; for one of your own.&lt;/li&gt;&lt;li&gt;In your own: press &lt;b&gt;N&lt;/b&gt;, click where the ship leaves from and where it goes to. A click near a port takes the port.&lt;/li&gt;&lt;li&gt;Press &lt;b&gt;Ctrl+R&lt;/b&gt;. The ways by time, fuel and risk appear one after the other.&lt;/li&gt;&lt;/ol&gt;&lt;p&gt;The sample voyage has &lt;b&gt;synthetic ice&lt;/b&gt;, made up for trials. It is not for navigation.&lt;/p&gt;</source>
        <translation>&lt;ol style=&apos;margin-left:-24px&apos;&gt;&lt;li&gt;Нажмите &lt;b&gt;Ctrl+R&lt;/b&gt;, чтобы спланировать этот учебный рейс, или &lt;b&gt;Ctrl+N&lt;/b&gt;, чтобы начать свой.&lt;/li&gt;&lt;li&gt;В своём: нажмите &lt;b&gt;N&lt;/b&gt;, щёлкните, откуда судно выходит и куда идёт. Щелчок рядом с портом выбирает порт.&lt;/li&gt;&lt;li&gt;Нажмите &lt;b&gt;Ctrl+R&lt;/b&gt;. Пути по времени, топливу и риску появятся один за другим.&lt;/li&gt;&lt;/ol&gt;&lt;p&gt;В учебном рейсе &lt;b&gt;синтетический лёд&lt;/b&gt;, придуманный для проб. Он не для навигации.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::Why</name>
    <message>
        <source>Money: %1 for time, %2 for fuel, %3 for risk, %4 for CO₂; %5 in all.</source>
        <translation>Деньги: %1 за время, %2 за топливо, %3 за риск, %4 за CO₂; всего %5.</translation>
    </message>
    <message>
        <source>Against %1 (%2): %3, %4 nm, %5 t fuel, %6 h risk.</source>
        <translation>По сравнению с %1 (%2): %3, %4 миль, топливо %5 т, риск %6 ч.</translation>
    </message>
    <message>
        <source>Voyage time, h</source>
        <translation>Время рейса, ч</translation>
    </message>
    <message>
        <source>Distance, nm</source>
        <translation>Расстояние, мили</translation>
    </message>
    <message>
        <source>Fuel, t</source>
        <translation>Топливо, т</translation>
    </message>
    <message>
        <source>CO₂, t</source>
        <translation>CO₂, т</translation>
    </message>
    <message>
        <source>Ice risk, h</source>
        <translation>Ледовый риск, ч</translation>
    </message>
    <message>
        <source>%1 %2: of all routes that ship and rules allow.</source>
        <translation>%1. %2: лучший из всех маршрутов, доступных судну и допустимых по правилам.</translation>
    </message>
    <message>
        <source>Proven: none is better by more than %1 %.</source>
        <translation>Доказано: ни один маршрут не лучше этого более чем на %1 %.</translation>
    </message>
    <message>
        <source>Time: %1.</source>
        <translation>Время: %1.</translation>
    </message>
    <message>
        <source>Time: %1; most of it on the leg to waypoint %2: %3 h, %4 %.</source>
        <translation>Время: %1; больше всего — на участке до путевой точки %2: %3 ч, %4 %.</translation>
    </message>
    <message>
        <source>Of it waiting: %1.</source>
        <translation>Из него ожидание: %1.</translation>
    </message>
    <message>
        <source>Waits %1 from %2: %3</source>
        <translation>Ожидание %1 с %2: %3</translation>
    </message>
    <message>
        <source>Fuel: %1 t.</source>
        <translation>Топливо: %1 т.</translation>
    </message>
    <message>
        <source>Fuel: %1 t; most of it on the leg to waypoint %2: %3 t, %4 %.</source>
        <translation>Топливо: %1 т; больше всего — на участке до путевой точки %2: %3 т, %4 %.</translation>
    </message>
    <message>
        <source>Ice risk: %1 h.</source>
        <translation>Ледовый риск: %1 ч.</translation>
    </message>
    <message>
        <source>Ice risk: %1 h; most of it on the leg to waypoint %2: %3 h, %4 %.</source>
        <translation>Ледовый риск: %1 ч; больше всего — на участке до путевой точки %2: %3 ч, %4 %.</translation>
    </message>
    <message>
        <source>What binds most: %1</source>
        <translation>Что ограничивает сильнее всего: %1</translation>
    </message>
    <message>
        <source>No rule binds it.</source>
        <translation>Ни одно правило его не ограничивает.</translation>
    </message>
    <message>
        <source>Not planned since the voyage was opened. The line is kept, found by: %1. Plan again to see candidates.</source>
        <translation>Не планировалось с открытия рейса. Линия сохранена, найдена по цели: %1. Спланируйте заново, чтобы увидеть варианты.</translation>
    </message>
    <message>
        <source>Plan the voyage to see candidates.</source>
        <translation>Спланируйте рейс, чтобы увидеть варианты.</translation>
    </message>
    <message>
        <source>No route yet.</source>
        <translation>Маршрута ещё нет.</translation>
    </message>
    <message>
        <source>By your model: %1.</source>
        <translation>По вашей модели: %1.</translation>
    </message>
    <message>
        <source>By your model against %1: %2 %3.</source>
        <translation>По вашей модели против %1: %2 %3.</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::Words</name>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 сут %2 ч</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Сведение</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Предостережение</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Предупреждение</translation>
    </message>
    <message>
        <source>Violation</source>
        <translation>Нарушение</translation>
    </message>
    <message>
        <source>optimised</source>
        <translation>оптимальный</translation>
    </message>
    <message>
        <source>great circle</source>
        <translation>дуга большого круга</translation>
    </message>
    <message>
        <source>rhumb line</source>
        <translation>локсодромия</translation>
    </message>
    <message>
        <source>Least time</source>
        <translation>Мин. время</translation>
    </message>
    <message>
        <source>Least distance</source>
        <translation>Мин. расстояние</translation>
    </message>
    <message>
        <source>Least fuel</source>
        <translation>Мин. топливо</translation>
    </message>
    <message>
        <source>Least ice risk</source>
        <translation>Мин. ледовый риск</translation>
    </message>
    <message>
        <source>Least CO₂</source>
        <translation>Мин. CO₂</translation>
    </message>
    <message>
        <source>Least money</source>
        <translation>Мин. затраты</translation>
    </message>
    <message>
        <source>Ice concentration</source>
        <translation>Сплочённость льда</translation>
    </message>
    <message>
        <source>Ice thickness</source>
        <translation>Толщина льда</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Глубина</translation>
    </message>
    <message>
        <source>Wind, eastward</source>
        <translation>Ветер, восточная составляющая</translation>
    </message>
    <message>
        <source>Wind, northward</source>
        <translation>Ветер, северная составляющая</translation>
    </message>
    <message>
        <source>Wave height</source>
        <translation>Высота волн</translation>
    </message>
    <message>
        <source>Wave period</source>
        <translation>Период волн</translation>
    </message>
    <message>
        <source>Wave direction</source>
        <translation>Направление волн</translation>
    </message>
    <message>
        <source>Current, eastward</source>
        <translation>Течение, восточная составляющая</translation>
    </message>
    <message>
        <source>Current, northward</source>
        <translation>Течение, северная составляющая</translation>
    </message>
    <message>
        <source>Air temperature</source>
        <translation>Температура воздуха</translation>
    </message>
    <message>
        <source>Attainable speed</source>
        <translation>Достижимая скорость</translation>
    </message>
    <message>
        <source>My model</source>
        <translation>Моя модель</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::ZoneCard</name>
    <message>
        <source>Not before</source>
        <translation>Не раньше</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Зона</translation>
    </message>
    <message>
        <source>Name of the zone</source>
        <translation>Название зоны</translation>
    </message>
    <message>
        <source>No passage</source>
        <translation>Проход запрещён</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Ограничение скорости</translation>
    </message>
    <message>
        <source>Rule of the zone</source>
        <translation>Правило зоны</translation>
    </message>
    <message>
        <source> kn</source>
        <translation> уз</translation>
    </message>
    <message>
        <source>Speed limit of the zone</source>
        <translation>Ограничение скорости в зоне</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Правило</translation>
    </message>
    <message>
        <source>Delete zone</source>
        <translation>Удалить зону</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Rename zone</source>
        <translation>Переименовать зону</translation>
    </message>
    <message>
        <source>Change rule of zone</source>
        <translation>Изменить правило зоны</translation>
    </message>
    <message>
        <source>Change time of zone</source>
        <translation>Изменить время зоны</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what is done, and the name of the zone</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
</TS>
