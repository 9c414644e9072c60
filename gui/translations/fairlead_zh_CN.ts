<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Fairlead</source>
        <translation>关于 Fairlead</translation>
    </message>
    <message>
        <source>A route planner for ships in ice: hard rules, ice that changes during the voyage, and a bound on how good the answer is.</source>
        <translation>冰区船舶航线规划：严格遵守规则，考虑航行期间不断变化的海冰，并给出结果最多还能改进多少的界限。</translation>
    </message>
    <message>
        <source>Not for navigation without official charts and publications.</source>
        <translation>没有官方海图和航海图书资料时，不得用于航行。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Fairlead: %1 (engine, chart), %2 (desktop)</source>
        <translation>Fairlead：%1（引擎、海图），%2（桌面程序）</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New voyage</source>
        <translation>新建航次(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>打开(&amp;O)...</translation>
    </message>
    <message>
        <source>Open sample &amp;voyage</source>
        <translation>打开示例航次(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as...</source>
        <translation>另存为(&amp;A)...</translation>
    </message>
    <message>
        <source>&amp;Export route...</source>
        <translation>导出航线(&amp;E)...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Delete waypoint</source>
        <translation>删除航路点(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;verse voyage</source>
        <translation>反转航次(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Find place or position</source>
        <translation>查找地点或位置(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Plan voyage</source>
        <translation>规划航次(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Cancel planning</source>
        <translation>取消规划(&amp;C)</translation>
    </message>
    <message>
        <source>P&amp;in candidate for comparison</source>
        <translation>固定方案以作比较(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Next problem</source>
        <translation>下一问题(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious problem</source>
        <translation>上一问题(&amp;V)</translation>
    </message>
    <message>
        <source>Find legs anew when &amp;dragged</source>
        <translation>拖动时重新求航段(&amp;D)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Fit voyage</source>
        <translation>显示整个航次(&amp;F)</translation>
    </message>
    <message>
        <source>Fit &amp;everything</source>
        <translation>显示全部(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Turn voyage from left to right</source>
        <translation>将航次转为自左向右(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;North up</source>
        <translation>北向上(&amp;N)</translation>
    </message>
    <message>
        <source>Next &amp;colours: day, dusk, night</source>
        <translation>切换配色：白天、黄昏、夜间(&amp;C)</translation>
    </message>
    <message>
        <source>Reset &amp;layout</source>
        <translation>重置布局(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Pan</source>
        <translation>平移(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;New waypoint</source>
        <translation>新航路点(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Edit line</source>
        <translation>编辑航线(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>测量(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Identify</source>
        <translation>查询(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>播放或暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation>后退一步(&amp;B)</translation>
    </message>
    <message>
        <source>Step &amp;on</source>
        <translation>前进一步(&amp;O)</translation>
    </message>
    <message>
        <source>A &amp;day back</source>
        <translation>后退一天(&amp;D)</translation>
    </message>
    <message>
        <source>A day o&amp;n</source>
        <translation>前进一天(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>用户指南(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Shortcuts...</source>
        <translation>快捷键(&amp;S)...</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>入门(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;About Fairlead</source>
        <translation>关于 Fairlead(&amp;A)</translation>
    </message>
    <message>
        <source>Report as &amp;PDF...</source>
        <translation>PDF 报告(&amp;P)...</translation>
    </message>
    <message>
        <source>No-&amp;go zone</source>
        <translation>禁航区(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Read the data again</source>
        <translation>重新读取数据(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;ompare departures...</source>
        <translation>比较出发时间(&amp;O)...</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>%1: cannot be made: %2</source>
        <translation>%1：无法创建：%2</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>at most %1 kn</source>
        <translation>限速 %1 节</translation>
    </message>
    <message>
        <source>%1 nm</source>
        <translation>%1 海里</translation>
    </message>
    <message>
        <source>true at %1</source>
        <translation>基准 %1</translation>
    </message>
    <message>
        <source>from %1 until %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
</context>
<context>
    <name>EditRouteTool</name>
    <message>
        <source>Drag to move the waypoint; Delete removes it</source>
        <translation>拖动可移动航路点；按 Delete 键删除</translation>
    </message>
    <message>
        <source>Drag to insert a waypoint</source>
        <translation>拖动可插入航路点</translation>
    </message>
</context>
<context>
    <name>FindingTitle</name>
    <message>
        <source>Waiting under way</source>
        <translation>途中等待</translation>
    </message>
    <message>
        <source>Times of the file cannot be kept</source>
        <translation>无法遵守文件中的时间</translation>
    </message>
    <message>
        <source>Judged ahead of the file&apos;s times</source>
        <translation>判定时刻早于文件中的时间</translation>
    </message>
    <message>
        <source>Passage forbidden</source>
        <translation>禁止通行</translation>
    </message>
    <message>
        <source>Waiting does not help: the place itself closes</source>
        <translation>等待无济于事：等待处本身会封闭</translation>
    </message>
    <message>
        <source>Waiting does not help: the way does not open</source>
        <translation>等待无济于事：前方航路不会开放</translation>
    </message>
    <message>
        <source>The current sets the ship off</source>
        <translation>海流使船舶偏离航迹</translation>
    </message>
    <message>
        <source>Beset: times go on at the least speed</source>
        <translation>船舶被冰困：按最低航速推算时间</translation>
    </message>
    <message>
        <source>The track meets land</source>
        <translation>航迹穿过陆地</translation>
    </message>
    <message>
        <source>The track passes close to land</source>
        <translation>航迹过于靠近陆地</translation>
    </message>
    <message>
        <source>Filled from the nearest value</source>
        <translation>以最近的有效值填补</translation>
    </message>
    <message>
        <source>Interpolated over missing days</source>
        <translation>对缺失的日期作了插值</translation>
    </message>
    <message>
        <source>Held at the last value</source>
        <translation>沿用最后的数值</translation>
    </message>
    <message>
        <source>Climatology beyond the data</source>
        <translation>数据截止后采用气候态</translation>
    </message>
    <message>
        <source>Assumed value</source>
        <translation>假定值</translation>
    </message>
    <message>
        <source>Assumed value where the data have none</source>
        <translation>数据缺值处采用假定值</translation>
    </message>
    <message>
        <source>Current not known, taken for none</source>
        <translation>海流未知，按无流处理</translation>
    </message>
    <message>
        <source>Not known, but needed to judge</source>
        <translation>未知，但判定时需要</translation>
    </message>
    <message>
        <source>Passage prohibited in a zone</source>
        <translation>区域内禁止通行</translation>
    </message>
    <message>
        <source>Speed limited in a zone</source>
        <translation>区域内限速</translation>
    </message>
    <message>
        <source>Under-keel clearance not checked: depth not known</source>
        <translation>未检查富余水深：水深未知</translation>
    </message>
    <message>
        <source>Under-keel clearance insufficient</source>
        <translation>富余水深不足</translation>
    </message>
    <message>
        <source>Speed limited by squat in shallow water</source>
        <translation>浅水下沉量限制航速</translation>
    </message>
    <message>
        <source>POLARIS: elevated risk in ice</source>
        <translation>POLARIS：操作风险升高</translation>
    </message>
    <message>
        <source>POLARIS: subject to special consideration</source>
        <translation>POLARIS：须特别考虑</translation>
    </message>
    <message>
        <source>Risk counted for the heaviest ice: it is not known</source>
        <translation>冰情未知：按最重冰情计算风险</translation>
    </message>
    <message>
        <source>Beset in ice</source>
        <translation>船舶将被冰困住</translation>
    </message>
    <message>
        <source>Open only when the ship is not there</source>
        <translation>仅在船舶不在该处时开放</translation>
    </message>
    <message>
        <source>Blocked by land</source>
        <translation>被陆地阻挡</translation>
    </message>
    <message>
        <source>Blocked for want of data</source>
        <translation>因缺少数据而受阻</translation>
    </message>
    <message>
        <source>Blocked by a zone</source>
        <translation>被区域阻挡</translation>
    </message>
    <message>
        <source>Blocked by under-keel clearance</source>
        <translation>因富余水深不足而受阻</translation>
    </message>
    <message>
        <source>Blocked by POLARIS</source>
        <translation>按 POLARIS 不得通行</translation>
    </message>
    <message>
        <source>Blocked: the ship would be beset</source>
        <translation>受阻：船舶将被冰困住</translation>
    </message>
    <message>
        <source>Data missing under way</source>
        <translation>航行途中缺少数据</translation>
    </message>
    <message>
        <source>The data end before the ship is there</source>
        <translation>数据在船舶到达之前截止</translation>
    </message>
    <message>
        <source>Never open when the ship can be there</source>
        <translation>船舶可到达时从不开放</translation>
    </message>
    <message>
        <source>No water joins it to the open sea</source>
        <translation>没有水路通往外海</translation>
    </message>
    <message>
        <source>Not proven on the grid</source>
        <translation>在网格上未获证明</translation>
    </message>
    <message>
        <source>Cells closed after the check of the line</source>
        <translation>检查航线后封闭了若干网格单元</translation>
    </message>
    <message>
        <source>No lower bound proven</source>
        <translation>未证明下界</translation>
    </message>
    <message>
        <source>None of the changes tried opens a way</source>
        <translation>尝试过的改动都不能打开航路</translation>
    </message>
    <message>
        <source>The route runs along the grid&apos;s edge</source>
        <translation>航线沿网格边缘延伸</translation>
    </message>
    <message>
        <source>A place was moved into the mesh</source>
        <translation>地点已移入网格</translation>
    </message>
    <message>
        <source>Searched again on a wider grid</source>
        <translation>已在更大的网格上重新搜索</translation>
    </message>
    <message>
        <source>Note on the place</source>
        <translation>地点说明</translation>
    </message>
    <message>
        <source>Place moved from land to water</source>
        <translation>地点已由陆地移至水面</translation>
    </message>
    <message>
        <source>Harbour approach not held off land: pilotage</source>
        <translation>进港航段未保持离岸距离：须引航</translation>
    </message>
    <message>
        <source>Zone without effect</source>
        <translation>区域不起作用</translation>
    </message>
    <message>
        <source>Ice near land may be none</source>
        <translation>近岸的冰可能并不存在</translation>
    </message>
    <message>
        <source>Value of the ship not verified</source>
        <translation>船舶数据未经核实</translation>
    </message>
    <message>
        <source>A number hides the data below it</source>
        <translation>所给数值遮盖了其下的数据</translation>
    </message>
    <message>
        <source>Doubt about the data</source>
        <translation>数据存疑</translation>
    </message>
    <message>
        <source>Note on the data</source>
        <translation>数据说明</translation>
    </message>
    <message>
        <source>Note of the scenario</source>
        <translation>情景说明</translation>
    </message>
    <message>
        <source>Data that cannot be read</source>
        <translation>无法读取的数据</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>%1: cannot be locked, so edits are not kept for recovery</source>
        <translation>%1：无法锁定，因此不会保存用于恢复的修改</translation>
    </message>
    <message>
        <source>%1: cannot be written: %2</source>
        <translation>%1：无法写入：%2</translation>
    </message>
    <message>
        <source>%1: holds no voyage that can be read</source>
        <translation>%1：其中没有可读取的航次</translation>
    </message>
</context>
<context>
    <name>JsonMembers</name>
    <message>
        <source>%1: %2 is %3, not %4</source>
        <translation>%1：%2 是 %3，应为：%4</translation>
    </message>
    <message>
        <source>%1: %2 is missing</source>
        <translation>%1：缺少 %2</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a text without null characters</source>
        <translation>不含空字符的文本</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1 到 %2 之间的数</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a whole number from 1 to %1</source>
        <translation>1 到 %1 之间的整数</translation>
    </message>
    <message>
        <source>a time such as &quot;2030-08-10T06:00:00Z&quot;</source>
        <translation>形如 &quot;2030-08-10T06:00:00Z&quot; 的时间</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
</context>
<context>
    <name>KeptPlan</name>
    <message>
        <source>a list of %1</source>
        <translation>有 %1 项的列表</translation>
    </message>
    <message>
        <source>one of %1 at most</source>
        <translation>最多 %1 项</translation>
    </message>
    <message>
        <source>a list with a place that is not there</source>
        <translation>含有不存在位置的列表</translation>
    </message>
    <message>
        <source>one of waypoints in their order</source>
        <translation>按顺序排列的航路点列表</translation>
    </message>
    <message>
        <source>one of the %1 places of the voyage</source>
        <translation>该航次 %1 个地点的列表</translation>
    </message>
    <message>
        <source>a voyage with %1 objectives</source>
        <translation>有 %1 个目标的航次</translation>
    </message>
    <message>
        <source>one with the objective of the plan</source>
        <translation>只有该计划目标的航次</translation>
    </message>
    <message>
        <source>one of two at least</source>
        <translation>至少两项</translation>
    </message>
    <message>
        <source>one of the %1 legs between the waypoints</source>
        <translation>航路点之间 %1 个航段的列表</translation>
    </message>
    <message>
        <source>a time after the departure</source>
        <translation>出发之后的时间</translation>
    </message>
</context>
<context>
    <name>LayerFacts</name>
    <message>
        <source>%1 h old</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>%1 d old</source>
        <translation>%1 天前</translation>
    </message>
    <message>
        <source>held since %1</source>
        <translation>自 %1 起沿用</translation>
    </message>
    <message>
        <source>climatology since %1</source>
        <translation>自 %1 起为气候值</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>止于 %1</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>begins %1</source>
        <translation>始于 %1</translation>
    </message>
    <message>
        <source>taken as %1 %2</source>
        <translation>取为 %1 %2</translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation>合成数据</translation>
    </message>
    <message>
        <source>half feather 5 kn, feather 10 kn, pennant 50 kn</source>
        <translation>半羽 5 节，全羽 10 节，三角旗 50 节</translation>
    </message>
    <message>
        <source>the longer, the stronger</source>
        <translation>越长越强</translation>
    </message>
    <message>
        <source>tenths</source>
        <translation>成</translation>
    </message>
    <message>
        <source>m</source>
        <translation>米</translation>
    </message>
    <message>
        <source>kn</source>
        <translation>节</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
</context>
<context>
    <name>MeasureTool</name>
    <message>
        <source>Click for the next place; double click or Enter ends the line</source>
        <translation>点击下一处；双击或按回车键结束</translation>
    </message>
    <message>
        <source>Geodesic %1</source>
        <translation>大地线 %1</translation>
    </message>
    <message>
        <source>Rhumb line %1</source>
        <translation>恒向线 %1</translation>
    </message>
    <message>
        <source>Together %1 nm</source>
        <translation>共 %1 海里</translation>
    </message>
</context>
<context>
    <name>ProfileLanes</name>
    <message>
        <source>not known along this route</source>
        <translation>此航线上未知</translation>
    </message>
    <message>
        <source>gaps: not known</source>
        <translation>空缺处：未知</translation>
    </message>
    <message>
        <source>Waypoint</source>
        <translation>航路点</translation>
    </message>
    <message>
        <source>%1 nm</source>
        <translation>%1 海里</translation>
    </message>
    <message>
        <source>Ice, tenths</source>
        <translation>海冰，成</translation>
    </message>
    <message>
        <source>Thickness, m</source>
        <translation>冰厚，米</translation>
    </message>
    <message>
        <source>RIO</source>
        <translation>RIO</translation>
    </message>
    <message>
        <source>below 0: elevated risk</source>
        <translation>低于 0：风险升高</translation>
    </message>
    <message>
        <source>below -10: special consideration</source>
        <translation>低于 −10：须特别考虑</translation>
    </message>
    <message>
        <source>below 0: special consideration</source>
        <translation>低于 0：须特别考虑</translation>
    </message>
    <message>
        <source>Speed, kn</source>
        <translation>航速，节</translation>
    </message>
    <message>
        <source>Depth, m</source>
        <translation>水深，米</translation>
    </message>
    <message>
        <source>draught</source>
        <translation>吃水</translation>
    </message>
</context>
<context>
    <name>ProjectFile</name>
    <message>
        <source>%1: not a Fairlead voyage: its member &quot;format&quot; is not &quot;%2&quot;</source>
        <translation>%1：不是 Fairlead 航次：其 &quot;format&quot; 不是 &quot;%2&quot;</translation>
    </message>
    <message>
        <source>%1: written by a newer Fairlead, in version %2 of the format; this one reads versions up to %3</source>
        <translation>%1：由较新的 Fairlead 写成，格式版本 %2；本程序最高可读版本 %3</translation>
    </message>
    <message>
        <source>%1: not a Fairlead voyage: %2, in line %3, at byte %4</source>
        <translation>%1：不是 Fairlead 航次：%2，第 %3 行，第 %4 字节</translation>
    </message>
    <message>
        <source>a list with %1 twice</source>
        <translation>其中 %1 出现两次的列表</translation>
    </message>
    <message>
        <source>one of different objectives</source>
        <translation>不同目标的列表</translation>
    </message>
</context>
<context>
    <name>ReportSections</name>
    <message>
        <source>Departure</source>
        <translation>离港</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>到港</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>航时</translation>
    </message>
    <message>
        <source>of which waiting</source>
        <translation>其中等待</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>航程</translation>
    </message>
    <message>
        <source>%1 nm</source>
        <translation>%1 海里</translation>
    </message>
    <message>
        <source>Mean speed</source>
        <translation>平均航速</translation>
    </message>
    <message>
        <source>%1 kn</source>
        <translation>%1 节</translation>
    </message>
    <message>
        <source>Fuel</source>
        <translation>燃料</translation>
    </message>
    <message>
        <source>%1 t</source>
        <translation>%1 吨</translation>
    </message>
    <message>
        <source>CO2</source>
        <translation>CO₂</translation>
    </message>
    <message>
        <source>Ice risk</source>
        <translation>冰区风险</translation>
    </message>
    <message>
        <source>%1 risk hours</source>
        <translation>%1 风险小时</translation>
    </message>
    <message>
        <source>Least RIO</source>
        <translation>最小 RIO</translation>
    </message>
    <message>
        <source>not applied</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>Heaviest ice</source>
        <translation>最重冰情</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 tenths, %2 m</source>
        <translation>%1 成，%2 米</translation>
    </message>
    <message>
        <source>Least depth</source>
        <translation>最小水深</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Breaks none of the rules that were applied</source>
        <translation>未违反所采用的任何规则</translation>
    </message>
    <message>
        <source>Not to be sailed as it stands. Violations: %1</source>
        <translation>现状不得航行。违规：%1</translation>
    </message>
    <message>
        <source>Not to be sailed as it stands: the line ends before its destination</source>
        <translation>现状不得航行：航线未到达目的地</translation>
    </message>
    <message>
        <source>Allowed with restrictions. Warnings: %1</source>
        <translation>有限制地允许。警告：%1</translation>
    </message>
    <message>
        <source>Warnings: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message>
        <source>Cautions: %1 (not checked, or a thin margin)</source>
        <translation>注意：%1（未检查或余量很小）</translation>
    </message>
    <message>
        <source>Accepted by the planner: %1</source>
        <translation>规划人员已接受：%1</translation>
    </message>
    <message>
        <source>No warnings, no cautions.</source>
        <translation>没有警告，也没有注意事项。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1, ice class %2, draught %3 m</source>
        <translation>%1，冰级 %2，吃水 %3 米</translation>
    </message>
    <message>
        <source>SYNTHETIC DATA: this voyage takes place in an invented sea and must not be sailed.</source>
        <translation>合成数据：本航次位于虚构的海域，不得据此航行。</translation>
    </message>
    <message>
        <source>Planner&apos;s notes</source>
        <translation>规划人员备注</translation>
    </message>
    <message>
        <source>Along the route</source>
        <translation>沿航线</translation>
    </message>
    <message>
        <source>No</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Waypoint</source>
        <translation>航路点</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>航段</translation>
    </message>
    <message>
        <source>Course
°T</source>
        <translation>真航向
°</translation>
    </message>
    <message>
        <source>Dist.
nm</source>
        <translation>航程
海里</translation>
    </message>
    <message>
        <source>Speed
kn</source>
        <translation>航速
节</translation>
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
        <translation>海冰
成</translation>
    </message>
    <message>
        <source>Thick.
m</source>
        <translation>冰厚
米</translation>
    </message>
    <message>
        <source>RIO</source>
        <translation>RIO</translation>
    </message>
    <message>
        <source>Depth
m</source>
        <translation>水深
米</translation>
    </message>
    <message>
        <source>RL</source>
        <translation>恒向</translation>
    </message>
    <message>
        <source>GC</source>
        <translation>大圆</translation>
    </message>
    <message>
        <source>At most %1 kn on the leg that ends here.</source>
        <translation>在此结束的航段上航速不超过 %1 节。</translation>
    </message>
    <message>
        <source>Lies here until %1.</source>
        <translation>在此停留至 %1。</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Waypoints and legs</source>
        <translation>航路点与航段</translation>
    </message>
    <message>
        <source>A leg stands at the waypoint where it ends. GC: shortest line on WGS 84; RL: rhumb line; course at its beginning. Ice and thickness are the greatest on the leg, RIO and depth the least; ? is not known. Set by the planner: in bold.</source>
        <translation>航段记在其终点的航路点上。大圆：WGS 84 上的最短线；恒向：恒向线；航向为航段起点处的航向。海冰和冰厚取航段上的最大值，RIO 和水深取最小值；? 表示未知。粗体为规划人员所设。</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>%1 to %2 at %3: %4</source>
        <translation>%1 至 %2，%3：%4</translation>
    </message>
    <message>
        <source>Violations: these break a rule</source>
        <translation>违规：违反规则</translation>
    </message>
    <message>
        <source>Warnings: allowed, but only with restrictions</source>
        <translation>警告：允许，但有限制</translation>
    </message>
    <message>
        <source>Cautions: not checked, or a thin margin</source>
        <translation>注意：未检查或余量很小</translation>
    </message>
    <message>
        <source>Notes: what was assumed</source>
        <translation>提示：所作的假定</translation>
    </message>
    <message>
        <source>over %1 nm</source>
        <translation>延续 %1 海里</translation>
    </message>
    <message>
        <source>Remedy: %1</source>
        <translation>补救：%1</translation>
    </message>
    <message>
        <source>Accepted by the planner, no reason given.</source>
        <translation>规划人员已接受，未说明理由。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>无时间</translation>
    </message>
    <message>
        <source>%1 old at departure</source>
        <translation>离港时已有 %1</translation>
    </message>
    <message>
        <source>begins %1 after arrival</source>
        <translation>到港后 %1 才开始</translation>
    </message>
    <message>
        <source>begins %1 after departure</source>
        <translation>离港后 %1 才开始</translation>
    </message>
    <message>
        <source>ends %1 before arrival</source>
        <translation>到港前 %1 截止</translation>
    </message>
    <message>
        <source>spans the voyage</source>
        <translation>覆盖整个航次</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>File and product</source>
        <translation>文件与产品</translation>
    </message>
    <message>
        <source>Valid from, until</source>
        <translation>有效期起、止</translation>
    </message>
    <message>
        <source>For this voyage</source>
        <translation>对本航次</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>船舶</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Ice class</source>
        <translation>冰级</translation>
    </message>
    <message>
        <source>Length, beam, draught</source>
        <translation>船长、船宽、吃水</translation>
    </message>
    <message>
        <source>%1 m, %2 m, %3 m</source>
        <translation>%1 米，%2 米，%3 米</translation>
    </message>
    <message>
        <source>Power, speed</source>
        <translation>功率、航速</translation>
    </message>
    <message>
        <source>%1 kW, %2 kn in open water</source>
        <translation>%1 千瓦，敞水 %2 节</translation>
    </message>
    <message>
        <source>Speed in ice</source>
        <translation>冰中航速</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Sources and marks</source>
        <translation>来源与标注</translation>
    </message>
    <message>
        <source>Rules and models</source>
        <translation>规则与模型</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>none were applied</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Coastline</source>
        <translation>岸线</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
</context>
<context>
    <name>RouteExchange</name>
    <message>
        <source>The file gives no time of departure; %1 is taken.</source>
        <translation>文件未给出离港时间；采用 %1。</translation>
    </message>
    <message>
        <source>Times of arrival in the file are not kept: they are computed for the ship.</source>
        <translation>文件中的到达时间不予保留：将按本船计算。</translation>
    </message>
    <message>
        <source>Planned speeds in the file are not kept: they are computed for the ship.</source>
        <translation>文件中的计划航速不予保留：将按本船计算。</translation>
    </message>
    <message>
        <source>Findings in the file are not kept: the line is judged anew.</source>
        <translation>文件中的检查结果不予保留：航线将重新判定。</translation>
    </message>
    <message>
        <source>A route says nothing of ship and data: %1 and %2 are taken.</source>
        <translation>航线未说明船舶和数据：采用 %1 和 %2。</translation>
    </message>
    <message>
        <source>the layers chosen last</source>
        <translation>上次选择的图层</translation>
    </message>
    <message>
        <source>%1: there is no route %2 in it</source>
        <translation>%1：其中没有航线 %2</translation>
    </message>
    <message>
        <source>The file holds several routes; this is number %1, %2.</source>
        <translation>文件中有多条航线；这是第 %1 条，%2。</translation>
    </message>
    <message>
        <source>%1: route.ids has %2 elements, not %3 as the route</source>
        <translation>%1：route.ids 有 %2 个元素，而航线有 %3 个</translation>
    </message>
    <message>
        <source>RTZ 1.0</source>
        <translation>RTZ 1.0</translation>
    </message>
    <message>
        <source>For ECDIS and other bridge systems; the version most of them read.</source>
        <translation>用于 ECDIS 和其他驾驶台系统；多数系统可读此版本。</translation>
    </message>
    <message>
        <source>RTZ 1.1</source>
        <translation>RTZ 1.1</translation>
    </message>
    <message>
        <source>For bridge systems that ask for it.</source>
        <translation>用于要求此版本的驾驶台系统。</translation>
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
        <translation>用于海图绘图仪和 OpenCPN。</translation>
    </message>
    <message>
        <source>GeoJSON</source>
        <translation>GeoJSON</translation>
    </message>
    <message>
        <source>For maps and programs: everything that is known of the route.</source>
        <translation>用于地图和程序：包含航线的全部信息。</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>For spreadsheets: one line for each waypoint.</source>
        <translation>用于电子表格：每个航路点一行。</translation>
    </message>
    <message>
        <source>KML</source>
        <translation>KML</translation>
    </message>
    <message>
        <source>For Google Earth.</source>
        <translation>用于 Google Earth。</translation>
    </message>
    <message>
        <source>GeoPackage</source>
        <translation>GeoPackage</translation>
    </message>
    <message>
        <source>For QGIS and other geographic information systems.</source>
        <translation>用于 QGIS 和其他地理信息系统。</translation>
    </message>
    <message>
        <source>%1: has %2 waypoints; a voyage has %3 at most</source>
        <translation>%1：有 %2 个航路点；一个航次最多 %3 个</translation>
    </message>
    <message>
        <source>%1: the departure is %2, not %3</source>
        <translation>%1：出发时间是 %2，应为：%3</translation>
    </message>
</context>
<context>
    <name>RouteExport</name>
    <message>
        <source>Legs that are still to be found are written as shortest lines, over land or not.</source>
        <translation>尚未求出的航段按最短线写出，不论是否穿过陆地。</translation>
    </message>
    <message>
        <source>The line has not been judged: no rule was applied to it, and it has no times.</source>
        <translation>航线尚未判定：未对其采用任何规则，也没有时间。</translation>
    </message>
    <message>
        <source>The line is not to be sailed as it stands. Violations: %1</source>
        <translation>此航线现状不得航行。违规：%1</translation>
    </message>
    <message>
        <source>The line is not to be sailed as it stands: the ship does not come to its end.</source>
        <translation>此航线现状不得航行：船舶无法到达终点。</translation>
    </message>
    <message>
        <source>The data are synthetic, made up for trials: not to be sailed.</source>
        <translation>数据为试用而编造的合成数据：不得据此航行。</translation>
    </message>
    <message>
        <source>Warnings and cautions that nobody has accepted yet: %1</source>
        <translation>尚无人确认的警告和注意事项：%1</translation>
    </message>
</context>
<context>
    <name>RuleName</name>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>data coverage</source>
        <translation>数据覆盖</translation>
    </message>
    <message>
        <source>data needed to judge</source>
        <translation>判定所需数据</translation>
    </message>
    <message>
        <source>harbour approach</source>
        <translation>进港航道</translation>
    </message>
    <message>
        <source>land</source>
        <translation>陆地</translation>
    </message>
    <message>
        <source>land: clearance</source>
        <translation>陆地：离岸距离</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>lower bound</source>
        <translation>下界</translation>
    </message>
    <message>
        <source>opening times</source>
        <translation>开放时间</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>place on water</source>
        <translation>水上地点</translation>
    </message>
    <message>
        <source>planning grid</source>
        <translation>规划网格</translation>
    </message>
    <message>
        <source>remedies</source>
        <translation>补救办法</translation>
    </message>
    <message>
        <source>search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>ship</source>
        <translation>船舶</translation>
    </message>
    <message>
        <source>speed model of the vessel</source>
        <translation>本船航速模型</translation>
    </message>
    <message>
        <source>times of the file</source>
        <translation>文件中的时间</translation>
    </message>
    <message>
        <source>under-keel clearance, squat by Barrass (2004)</source>
        <translation>富余水深，下沉量按 Barrass (2004)</translation>
    </message>
    <message>
        <source>vessel file</source>
        <translation>船舶文件</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>zones</source>
        <translation>区域</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>opening data</source>
        <translation>正在打开数据</translation>
    </message>
    <message>
        <source>reading the sea</source>
        <translation>正在读取海况</translation>
    </message>
    <message>
        <source>arcs clear of land</source>
        <translation>正在筛选避开陆地的弧段</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <source>search</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <source>refining</source>
        <translation>正在细化航线</translation>
    </message>
    <message>
        <source>bounding</source>
        <translation>正在求界</translation>
    </message>
    <message>
        <source>evaluating the route</source>
        <translation>正在评估航线</translation>
    </message>
</context>
<context>
    <name>VoyageDoubts</name>
    <message>
        <source>%1: the corners of %2 (&quot;%3&quot;) lie on one line: the zone encloses nothing and keeps no ship out.</source>
        <translation>%1：%2（“%3”）的各角在一条线上：该区域不围住任何水域，起不到作用。</translation>
    </message>
    <message>
        <source>%1: %2 (&quot;%3&quot;) crosses itself: its edge after corner %4 and that after corner %5. Look on the chart at what is inside, and move its corners.</source>
        <translation>%1：%2（“%3”）自相交：第 %4 角之后的边与第 %5 角之后的边相交。请在海图上查看内部范围，并移动各角。</translation>
    </message>
    <message>
        <source>%1: %2 (&quot;%3&quot;) is in force from %4 until %5, so it never is: set its times.</source>
        <translation>%1：%2（“%3”）的有效期从 %4 到 %5，因此从不生效：请修改时间。</translation>
    </message>
    <message>
        <source>%1: points[%2].name has %3 bytes; the first %4 are kept.</source>
        <translation>%1：points[%2].name 有 %3 字节；保留前 %4 字节。</translation>
    </message>
    <message>
        <source>%1: vessel: %2</source>
        <translation>%1：vessel：%2</translation>
    </message>
    <message>
        <source>%1: sea.scenario is &quot;%2&quot;, and there is no such file.</source>
        <translation>%1：sea.scenario 是“%2”，没有这样的文件。</translation>
    </message>
</context>
<context>
    <name>VoyageJson</name>
    <message>
        <source>one of %1</source>
        <translation>以下之一：%1</translation>
    </message>
    <message>
        <source>a list of %1 waypoints</source>
        <translation>含 %1 个航路点的列表</translation>
    </message>
    <message>
        <source>one of %1 at most</source>
        <translation>最多 %1 个</translation>
    </message>
    <message>
        <source>a variable that Fairlead knows</source>
        <translation>Fairlead 认识的变量</translation>
    </message>
    <message>
        <source>8, 16 or 32</source>
        <translation>8、16 或 32</translation>
    </message>
    <message>
        <source>a list of %1 corners</source>
        <translation>含 %1 个顶点的列表</translation>
    </message>
    <message>
        <source>one of %1 to %2</source>
        <translation>%1 到 %2 个</translation>
    </message>
    <message>
        <source>a number that no other waypoint has</source>
        <translation>其他航路点没有的编号</translation>
    </message>
    <message>
        <source>a list with an empty name</source>
        <translation>含有空名称的列表</translation>
    </message>
    <message>
        <source>one of files</source>
        <translation>文件列表</translation>
    </message>
    <message>
        <source>a unit of %1</source>
        <translation>%1 的单位</translation>
    </message>
    <message>
        <source>a list with %1 twice</source>
        <translation>%1 出现两次的列表</translation>
    </message>
    <message>
        <source>one of different objectives</source>
        <translation>互不相同的优化目标列表</translation>
    </message>
    <message>
        <source>an empty list</source>
        <translation>空列表</translation>
    </message>
    <message>
        <source>one of one objective at least</source>
        <translation>至少有一个优化目标的列表</translation>
    </message>
    <message>
        <source>a text of %1 characters</source>
        <translation>%1 个字符的文本</translation>
    </message>
    <message>
        <source>a list with a cost model</source>
        <translation>含有成本模型的列表</translation>
    </message>
    <message>
        <source>one without, as the member cost_model says none</source>
        <translation>不含成本模型的列表，因为成员 cost_model 中没有给出</translation>
    </message>
    <message>
        <source>an objective that Fairlead knows</source>
        <translation>Fairlead 认识的目标</translation>
    </message>
</context>
<context>
    <name>VoyageLimits</name>
    <message>
        <source>a time from %1 to %2</source>
        <translation>%1 年至 %2 年之间的时间</translation>
    </message>
</context>
<context>
    <name>VoyageReport</name>
    <message>
        <source>Voyage report, Fairlead %1, made %2</source>
        <translation>航次报告，Fairlead %1，编制于 %2</translation>
    </message>
    <message>
        <source>Not for navigation without official charts. A plan: the master decides. All times UTC.</source>
        <translation>没有官方海图不得用于航行。本报告仅为计划，由船长决定。时间均为 UTC。</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>ZoneTool</name>
    <message>
        <source>Drag to move the corner; Delete removes it</source>
        <translation>拖动以移动顶点；Delete 键删除</translation>
    </message>
    <message>
        <source>Drag to add a corner</source>
        <translation>拖动以添加顶点</translation>
    </message>
    <message>
        <source>Click for name, rule and time of the zone</source>
        <translation>单击查看区域的名称、规则和时间</translation>
    </message>
    <message>
        <source>Click the corners of an area to keep out of</source>
        <translation>单击要避开区域的各个顶点</translation>
    </message>
    <message>
        <source>Click the next corner; Escape leaves</source>
        <translation>单击下一个顶点；Esc 键放弃</translation>
    </message>
    <message>
        <source>Double click or Enter closes the area; Backspace takes the last corner back; Escape leaves</source>
        <translation>双击或 Enter 键闭合区域；Backspace 键撤回上一个顶点；Esc 键放弃</translation>
    </message>
    <message>
        <source>Its edges cross where the mark is: Backspace takes the last corner back</source>
        <translation>各边在标记处相交：按 Backspace 撤回最后一个角点</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>规划(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;ime</source>
        <translation>时间(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::AdvancedPage</name>
    <message>
        <source>Cell size</source>
        <translation>网格边长</translation>
    </message>
    <message>
        <source> km</source>
        <translation> 公里</translation>
    </message>
    <message>
        <source>as the data say</source>
        <translation>随数据</translation>
    </message>
    <message>
        <source>Set cell size</source>
        <translation>设置网格边长</translation>
    </message>
    <message>
        <source>Directions from a cell</source>
        <translation>每格方向数</translation>
    </message>
    <message>
        <source>Set directions</source>
        <translation>设置方向数</translation>
    </message>
    <message>
        <source>Clearance off land</source>
        <translation>离岸距离</translation>
    </message>
    <message>
        <source> nm</source>
        <translation> 海里</translation>
    </message>
    <message>
        <source>Set clearance off land</source>
        <translation>设置离岸距离</translation>
    </message>
    <message>
        <source>Waypoint tolerance</source>
        <translation>航路点容差</translation>
    </message>
    <message>
        <source>by the plan</source>
        <translation>随规划</translation>
    </message>
    <message>
        <source>How far a line of fewer waypoints may lie from the best one</source>
        <translation>航路点较少的航线可偏离最优航线的距离</translation>
    </message>
    <message>
        <source>Set waypoint tolerance</source>
        <translation>设置航路点容差</translation>
    </message>
    <message>
        <source>May wait for ice to open</source>
        <translation>可等待冰情开放</translation>
    </message>
    <message>
        <source>Allow waiting</source>
        <translation>允许等待</translation>
    </message>
    <message>
        <source>Forbid waiting</source>
        <translation>禁止等待</translation>
    </message>
    <message>
        <source>refuse</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>hold the last value</source>
        <translation>沿用最后的数值</translation>
    </message>
    <message>
        <source>climatology</source>
        <translation>气候态</translation>
    </message>
    <message>
        <source>Beyond the end of the data</source>
        <translation>数据截止之后</translation>
    </message>
    <message>
        <source>Beyond the data</source>
        <translation>超出数据</translation>
    </message>
    <message>
        <source>Set what stands in beyond the data</source>
        <translation>设置超出数据时的替代</translation>
    </message>
    <message>
        <source>Set price</source>
        <translation>设置价格</translation>
    </message>
    <message>
        <source>Choose objectives</source>
        <translation>选择优化目标</translation>
    </message>
    <message>
        <source>Price of an hour</source>
        <translation>每小时价格</translation>
    </message>
    <message>
        <source>Price of a tonne of fuel</source>
        <translation>每吨燃料价格</translation>
    </message>
    <message>
        <source>Price of an hour of risk</source>
        <translation>每风险小时价格</translation>
    </message>
    <message>
        <source>Price of a tonne of CO₂</source>
        <translation>每吨 CO₂ 价格</translation>
    </message>
    <message>
        <source>Grid beyond the places</source>
        <translation>网格超出各地点</translation>
    </message>
    <message>
        <source>How far round a way may lead</source>
        <translation>绕行可达多远</translation>
    </message>
    <message>
        <source>Set width of the grid</source>
        <translation>设置网格宽度</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::CandidateModel</name>
    <message>
        <source>Route</source>
        <translation>航线</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>优化目标</translation>
    </message>
    <message>
        <source>Dist. nm</source>
        <translation>航程 海里</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>航时</translation>
    </message>
    <message>
        <source>Arrival UTC</source>
        <translation>到港 UTC</translation>
    </message>
    <message>
        <source>Fuel t</source>
        <translation>燃料 吨</translation>
    </message>
    <message>
        <source>CO₂ t</source>
        <translation>CO₂ 吨</translation>
    </message>
    <message>
        <source>Risk h</source>
        <translation>风险 小时</translation>
    </message>
    <message>
        <source>Min. RIO</source>
        <translation>最小 RIO</translation>
    </message>
    <message>
        <source>Gap %</source>
        <translation>差距 %</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, shown on the chart</source>
        <translation>%1，显示在海图上</translation>
    </message>
    <message>
        <source>%1, not shown</source>
        <translation>%1，未显示</translation>
    </message>
    <message>
        <source>No route of this problem is better than this one by more than that.</source>
        <translation>此问题的任何航线都不会比它好过此值。</translation>
    </message>
    <message>
        <source>No route. %1</source>
        <translation>没有航线。%1</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::CandidatePanel</name>
    <message>
        <source>Take this route</source>
        <translation>采用此航线</translation>
    </message>
    <message>
        <source>Pin for comparison</source>
        <translation>固定以作比较</translation>
    </message>
    <message>
        <source>Pin for comparison: the others show how they differ from it</source>
        <translation>固定以作比较：其他航线显示与它的差别</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>权衡</translation>
    </message>
    <message>
        <source>Why this route?</source>
        <translation>为何是此航线？</translation>
    </message>
    <message>
        <source>Views of the candidates</source>
        <translation>方案视图</translation>
    </message>
    <message>
        <source>Candidate routes</source>
        <translation>备选航线</translation>
    </message>
    <message>
        <source>Route %1 answers an older voyage: plan again.</source>
        <translation>航线 %1 对应较早的航次：请重新规划。</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::ChartCompanion</name>
    <message>
        <source>Leg to waypoint %1</source>
        <translation>至航路点 %1 的航段</translation>
    </message>
    <message>
        <source>Change kind of leg</source>
        <translation>更改航段类型</translation>
    </message>
    <message>
        <source>Delete waypoint %1</source>
        <translation>删除航路点 %1</translation>
    </message>
    <message>
        <source>Insert waypoint here</source>
        <translation>在此插入航路点</translation>
    </message>
    <message>
        <source>Depart from here</source>
        <translation>从此出发</translation>
    </message>
    <message>
        <source>Go on to here</source>
        <translation>继续航行至此</translation>
    </message>
    <message>
        <source>Zone &quot;%1&quot;...</source>
        <translation>区域“%1”...</translation>
    </message>
    <message>
        <source>Delete zone &quot;%1&quot;</source>
        <translation>删除区域“%1”</translation>
    </message>
    <message>
        <source>Copy position</source>
        <translation>复制位置</translation>
    </message>
    <message>
        <source>What is here?</source>
        <translation>此处是什么？</translation>
    </message>
    <message>
        <source>Centre here</source>
        <translation>以此为中心</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>chosen, coloured by risk</source>
        <translation>已选，按风险着色</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::ChartComposer</name>
    <message>
        <source>SYNTHETIC DATA</source>
        <translation>合成数据</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::ChartView</name>
    <message>
        <source>Chart</source>
        <translation>海图</translation>
    </message>
    <message>
        <source>Arrow keys pan, plus and minus zoom, Home shows the selected route</source>
        <translation>方向键平移，加减号缩放，Home 显示所选航线</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::Clipboard</name>
    <message>
        <source>“%1” may mean two numbers: write it with a point, or in degrees and minutes.</source>
        <translation>“%1”可能表示两个数：请用小数点，或用度和分书写。</translation>
    </message>
    <message>
        <source>“%1” is no kind of leg: write optimised, great circle or rhumb line.</source>
        <translation>“%1”不是航段类型：请写“优化”、“大圆航线”或“恒向线”。</translation>
    </message>
    <message>
        <source>“%1” is no speed limit: write knots above 0 and up to 60, or nothing.</source>
        <translation>“%1”不是限速：请写大于 0 且不超过 60 的节数，或留空。</translation>
    </message>
    <message>
        <source>The headings name no latitude.</source>
        <translation>标题中没有纬度。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Line %1: a voyage has %2 waypoints at most.</source>
        <translation>第 %1 行：一个航次最多有 %2 个航路点。</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::CostModelEdit</name>
    <message>
        <source>Load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>Formula or file of the cost model</source>
        <translation>成本模型的公式或文件</translation>
    </message>
    <message>
        <source>File...</source>
        <translation>文件...</translation>
    </message>
    <message>
        <source>Choose objectives</source>
        <translation>选择目标</translation>
    </message>
    <message>
        <source>formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>The formula can be used.</source>
        <translation>该公式可用。</translation>
    </message>
    <message>
        <source>%1, in %2.</source>
        <translation>%1，单位 %2。</translation>
    </message>
    <message>
        <source>%1, version %2, in %3.</source>
        <translation>%1，版本 %2，单位 %3。</translation>
    </message>
    <message>
        <source>Set cost model</source>
        <translation>设置成本模型</translation>
    </message>
    <message>
        <source>Choose cost model</source>
        <translation>选择成本模型</translation>
    </message>
    <message>
        <source>Cost models (*.toml *.so)</source>
        <translation>成本模型 (*.toml *.so)</translation>
    </message>
    <message>
        <source>A library runs inside the program, with all its rights. It is not loaded before you say so.</source>
        <translation>库在程序内部运行，拥有程序的全部权限。未经您同意不会加载。</translation>
    </message>
    <message>
        <source>A formula of time_h, distance_nm, fuel_t, co2_t and risk_h, or a file.</source>
        <translation>由 time_h、distance_nm、fuel_t、co2_t 和 risk_h 组成的公式，或一个文件。</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::Coverage</name>
    <message>
        <source>Wind</source>
        <translation>风</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>海流</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Valid always</source>
        <translation>始终有效</translation>
    </message>
    <message numerus="yes">
        <source>%n time step(s)</source>
        <translation>
            <numerusform>%n 个时次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Ends %1 before the voyage does</source>
        <translation>在航次结束前 %1 截止</translation>
    </message>
    <message>
        <source>Age of the latest data: %1</source>
        <translation>最新数据已有：%1</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::DepartureDialog</name>
    <message>
        <source>Take this departure and plan</source>
        <translation>采用此出发时间并规划</translation>
    </message>
    <message>
        <source>Compare departures</source>
        <translation>比较出发时间</translation>
    </message>
    <message>
        <source>Days from the voyage&apos;s departure on</source>
        <translation>自航次出发起的天数</translation>
    </message>
    <message numerus="yes">
        <source>every %n hour(s)</source>
        <translation>
            <numerusform>每 %n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>Time between departures</source>
        <translation>出发间隔</translation>
    </message>
    <message>
        <source>Planned by</source>
        <translation>规划依据</translation>
    </message>
    <message>
        <source>Departures</source>
        <translation>出发时间</translation>
    </message>
    <message>
        <source>For the next days:</source>
        <translation>未来天数：</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The data are still being opened: try again in a moment.</source>
        <translation>数据仍在打开：请稍后再试。</translation>
    </message>
    <message>
        <source>The voyage has no two places yet.</source>
        <translation>航次尚无两个地点。</translation>
    </message>
    <message>
        <source>Take departure</source>
        <translation>采用出发时间</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Plans the voyage for each departure; the voyage itself stays as it is.</source>
        <translation>为每个出发时间规划航次；航次本身不变。</translation>
    </message>
    <message>
        <source>All departures are planned; the best are bold.</source>
        <translation>所有出发时间均已规划；最佳者以粗体显示。</translation>
    </message>
    <message>
        <source>%1 of %2 departures are planned.</source>
        <translation>已规划 %2 个出发时间中的 %1 个。</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 departures are planned.</source>
        <translation>已停止：已规划 %2 个出发时间中的 %1 个。</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::DepartureModel</name>
    <message>
        <source>Departure UTC</source>
        <translation>出发 UTC</translation>
    </message>
    <message>
        <source>Arrival UTC</source>
        <translation>到达 UTC</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Fuel t</source>
        <translation>燃料 吨</translation>
    </message>
    <message>
        <source>Risk h</source>
        <translation>风险 小时</translation>
    </message>
    <message>
        <source>Min. RIO</source>
        <translation>最小 RIO</translation>
    </message>
    <message>
        <source>No route. %1</source>
        <translation>无航线。%1</translation>
    </message>
    <message>
        <source>The best of these departures</source>
        <translation>这些出发时间中的最佳</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::DocumentEdits</name>
    <message>
        <source>Zone %1</source>
        <translation>区域 %1</translation>
    </message>
    <message>
        <source>A zone needs three corners: delete the zone instead.</source>
        <translation>区域至少需要三个顶点：请删除整个区域。</translation>
    </message>
    <message>
        <source>Add waypoint %1</source>
        <translation>添加航路点 %1</translation>
    </message>
    <message>
        <source>Insert waypoint %1</source>
        <translation>插入航路点 %1</translation>
    </message>
    <message>
        <source>Move waypoint %1</source>
        <translation>移动航路点 %1</translation>
    </message>
    <message>
        <source>Draw zone &quot;%1&quot;</source>
        <translation>绘制区域“%1”</translation>
    </message>
    <message>
        <source>Delete zone &quot;%1&quot;</source>
        <translation>删除区域“%1”</translation>
    </message>
    <message>
        <source>Delete corner of zone &quot;%1&quot;</source>
        <translation>删除区域“%1”的角点</translation>
    </message>
    <message>
        <source>Move corner of zone &quot;%1&quot;</source>
        <translation>移动区域“%1”的角点</translation>
    </message>
    <message>
        <source>Delete waypoint %1</source>
        <translation>删除航路点 %1</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::EngineWords</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>known</source>
        <translation>已知</translation>
    </message>
    <message>
        <source>filled from a neighbour</source>
        <translation>取自相邻单元</translation>
    </message>
    <message>
        <source>interpolated over a gap</source>
        <translation>跨缺测插值</translation>
    </message>
    <message>
        <source>held</source>
        <translation>沿用</translation>
    </message>
    <message>
        <source>climatology</source>
        <translation>气候态</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>假定</translation>
    </message>
    <message>
        <source>assumed for want of data</source>
        <translation>因缺少数据而假定</translation>
    </message>
    <message>
        <source>land</source>
        <translation>陆地</translation>
    </message>
    <message>
        <source>coast</source>
        <translation>海岸</translation>
    </message>
    <message>
        <source>pole hole</source>
        <translation>极点空白区</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺测</translation>
    </message>
    <message>
        <source>out of range</source>
        <translation>超出范围</translation>
    </message>
    <message>
        <source>the data are too coarse so near land</source>
        <translation>如此靠近陆地，数据过于粗略</translation>
    </message>
    <message>
        <source>outside the area of the data</source>
        <translation>在数据区域之外</translation>
    </message>
    <message>
        <source>outside the time of the data</source>
        <translation>在数据时段之外</translation>
    </message>
    <message>
        <source>no such data</source>
        <translation>没有此类数据</translation>
    </message>
    <message>
        <source>no ice class</source>
        <translation>无冰级</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::ExportDialog</name>
    <message>
        <source>Export route</source>
        <translation>导出航线</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>format and suffix</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>What the receiver must know</source>
        <translation>接收方须知</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>格式(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Before you hand it over</source>
        <translation>交付之前(&amp;B)</translation>
    </message>
    <message>
        <source>%1 (*%2)</source>
        <comment>format and suffix</comment>
        <translation>%1 (*%2)</translation>
    </message>
    <message>
        <source>⚠ Warning: %1</source>
        <translation>⚠ 警告：%1</translation>
    </message>
    <message>
        <source>• %1</source>
        <translation>• %1</translation>
    </message>
    <message>
        <source>There is no route yet: it needs two waypoints at least.</source>
        <translation>还没有航线：至少需要两个航路点。</translation>
    </message>
    <message>
        <source>The file has no name yet.</source>
        <translation>文件尚未命名。</translation>
    </message>
    <message>
        <source>Replace file</source>
        <translation>替换文件</translation>
    </message>
    <message>
        <source>Not written. %1</source>
        <translation>未写入。%1</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Nothing is lost in this format, and nothing speaks against the line.</source>
        <translation>此格式不丢失任何内容，航线亦无任何问题。</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::FileCommands</name>
    <message>
        <source>Open voyage, scenario or route</source>
        <translation>打开航次、情景或航线</translation>
    </message>
    <message>
        <source>Voyages, scenarios and routes (%1)</source>
        <translation>航次、情景和航线 (%1)</translation>
    </message>
    <message>
        <source>Several routes</source>
        <translation>多条航线</translation>
    </message>
    <message numerus="yes">
        <source>The file holds %n route(s). Open:</source>
        <translation>
            <numerusform>文件中有 %n 条航线。打开：</numerusform>
        </translation>
    </message>
    <message>
        <source>Recover voyage</source>
        <translation>恢复航次</translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; was not saved when the program ended: %n change(s), the last at %2.</source>
        <translation>
            <numerusform>程序结束时“%1”尚未保存：%n 处更改，最后一次在 %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save voyage</source>
        <translation>保存航次</translation>
    </message>
    <message>
        <source>Fairlead voyages (*.fairlead)</source>
        <translation>Fairlead 航次 (*.fairlead)</translation>
    </message>
    <message>
        <source>Unsaved voyage</source>
        <translation>航次未保存</translation>
    </message>
    <message>
        <source>The voyage has changes that are not saved.</source>
        <translation>航次有未保存的更改。</translation>
    </message>
    <message>
        <source>voyage</source>
        <translation>航次</translation>
    </message>
    <message>
        <source>There is nothing to report yet: plan the voyage first.</source>
        <translation>尚无可报告的内容：请先规划航次。</translation>
    </message>
    <message>
        <source>Report as PDF</source>
        <translation>PDF 报告</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>报告已写入 %1。</translation>
    </message>
    <message>
        <source>%1 was not opened, because the recovered voyage is open. It is the first of the recent files: open it when the recovered voyage is saved.</source>
        <translation>未打开 %1，因为已打开恢复的航次。它是最近文件中的第一个：保存恢复的航次后再打开它。</translation>
    </message>
    <message>
        <source>unnamed voyage</source>
        <translation>未命名航次</translation>
    </message>
    <message numerus="yes">
        <source>%n later change(s) cannot be read and will be missing.</source>
        <translation>
            <numerusform>之后的 %n 处更改无法读取，将会缺失。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 已存在。要替换它吗？</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::FindingModel</name>
    <message>
        <source>Severity</source>
        <translation>严重性</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>When UTC</source>
        <translation>时间 UTC</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>余量</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Accept finding</source>
        <translation>接受检查结果</translation>
    </message>
    <message>
        <source>Take acceptance back</source>
        <translation>撤回接受</translation>
    </message>
    <message>
        <source>Nothing has been judged yet.</source>
        <translation>尚未作任何判定。</translation>
    </message>
    <message>
        <source>Out of date: no route was found. %1</source>
        <translation>已过时：未找到航线。%1</translation>
    </message>
    <message>
        <source>No route. %1</source>
        <translation>没有航线。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n violation(s)</source>
        <translation>
            <numerusform>%n 项违规</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 项警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n caution(s)</source>
        <translation>
            <numerusform>%n 项注意</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 项提示</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>%n 项已接受</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found on this line.</source>
        <translation>此航线没有问题。</translation>
    </message>
    <message>
        <source>Out of date: %1</source>
        <translation>已过时：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>规则：%1</translation>
    </message>
    <message>
        <source>About: %1</source>
        <translation>关于：%1</translation>
    </message>
    <message>
        <source>Where: %1</source>
        <translation>位置：%1</translation>
    </message>
    <message>
        <source>When: %1</source>
        <translation>时间：%1</translation>
    </message>
    <message>
        <source>Margin to the limit: %1</source>
        <translation>距限值余量：%1</translation>
    </message>
    <message>
        <source>Concerns %1 nm of the route</source>
        <translation>涉及航线 %1 海里</translation>
    </message>
    <message>
        <source>What would help: %1</source>
        <translation>补救办法：%1</translation>
    </message>
    <message>
        <source>Accepted because: %1</source>
        <translation>接受理由：%1</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>代码：%1</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::GuideWindow</name>
    <message>
        <source>Fairlead user guide</source>
        <translation>Fairlead 用户指南</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Text of the guide</source>
        <translation>指南正文</translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation>在指南中查找</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::IdentifyCard</name>
    <message>
        <source>What is here</source>
        <translation>此处是什么</translation>
    </message>
    <message>
        <source>Values, quality and sources at the place</source>
        <translation>该处的数值、质量和来源</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy all of it to the clipboard</source>
        <translation>将全部内容复制到剪贴板</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The data are still being opened.</source>
        <translation>数据仍在打开。</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::Language</name>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::LayerPanel</name>
    <message>
        <source>WMO colours</source>
        <translation>WMO 配色</translation>
    </message>
    <message>
        <source>Voyage</source>
        <translation>航次</translation>
    </message>
    <message>
        <source>Ice</source>
        <translation>海冰</translation>
    </message>
    <message>
        <source>Classes of total concentration as on ice charts. Not every reader can tell these colours apart.</source>
        <translation>与冰图相同的总密集度分级。并非人人都能分辨这些颜色。</translation>
    </message>
    <message>
        <source>Weather and sea</source>
        <translation>气象与海况</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>底图</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Opacity of %1</source>
        <translation>不透明度：%1</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>航线</translation>
    </message>
    <message>
        <source>Corridor</source>
        <translation>走廊</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>港口</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Ice concentration</source>
        <translation>海冰密集度</translation>
    </message>
    <message>
        <source>Ice thickness</source>
        <translation>冰厚</translation>
    </message>
    <message>
        <source>RIO of this ship</source>
        <translation>本船 RIO</translation>
    </message>
    <message>
        <source>Speed of this ship</source>
        <translation>本船航速</translation>
    </message>
    <message>
        <source>Wind</source>
        <translation>风</translation>
    </message>
    <message>
        <source>Wave height</source>
        <translation>波高</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>海流</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>水深</translation>
    </message>
    <message>
        <source>Land</source>
        <translation>陆地</translation>
    </message>
    <message>
        <source>Graticule</source>
        <translation>经纬网</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::LegModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>航段</translation>
    </message>
    <message>
        <source>Limit, kn</source>
        <translation>限速 节</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>WP</source>
        <translation>航点</translation>
    </message>
    <message>
        <source>Course °T</source>
        <translation>真航向 °</translation>
    </message>
    <message>
        <source>Dist. nm</source>
        <translation>航程 海里</translation>
    </message>
    <message>
        <source>Total nm</source>
        <translation>累计 海里</translation>
    </message>
    <message>
        <source>Speed kn</source>
        <translation>航速 节</translation>
    </message>
    <message>
        <source>ETA UTC</source>
        <translation>ETA UTC</translation>
    </message>
    <message>
        <source>Min. RIO</source>
        <translation>最小 RIO</translation>
    </message>
    <message>
        <source>Ice /10</source>
        <translation>海冰 /10</translation>
    </message>
    <message>
        <source>Depth m</source>
        <translation>水深 米</translation>
    </message>
    <message>
        <source>UKC m</source>
        <translation>富余水深 米</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>made by the plan</source>
        <translation>规划生成</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Waypoint of yours: planning keeps it.</source>
        <translation>您的航路点：规划时保留。</translation>
    </message>
    <message>
        <source>Made by the plan: the next plan makes it anew. Editing it makes it yours.</source>
        <translation>由规划生成：下次规划会重新生成。编辑后即为您的航路点。</translation>
    </message>
    <message>
        <source>Greatest ice concentration on the leg; mean %1 tenths.</source>
        <translation>航段上的最大海冰密集度；平均 %1 成。</translation>
    </message>
    <message>
        <source>Least depth less draught, and less squat at the leg&apos;s mean speed.</source>
        <translation>最小水深减去吃水，再减去航段平均航速下的下沉量。</translation>
    </message>
    <message>
        <source>The ship waits %1 on this leg.</source>
        <translation>船舶在此航段等待 %1。</translation>
    </message>
    <message>
        <source>On the rhumb line.</source>
        <translation>沿恒向线。</translation>
    </message>
    <message>
        <source>Initial course, on the geodesic of WGS 84.</source>
        <translation>WGS 84 大地线的起始航向。</translation>
    </message>
    <message>
        <source>This leg has not been planned yet.</source>
        <translation>此航段尚未规划。</translation>
    </message>
    <message>
        <source>Out of date: of the line as it was before the last edit.</source>
        <translation>已过时：属于最近一次编辑之前的航线。</translation>
    </message>
    <message>
        <source>“%1” is no kind of leg.</source>
        <translation>“%1”不是航段类型。</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n waypoint(s)</source>
        <translation>
            <numerusform>删除 %n 个航路点</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep waypoint</source>
        <translation>保留航路点</translation>
    </message>
    <message>
        <source>Leave waypoint to the plan</source>
        <translation>将航路点交给规划</translation>
    </message>
    <message>
        <source>The clipboard holds no waypoints.</source>
        <translation>剪贴板中没有航路点。</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n waypoint(s)</source>
        <translation>
            <numerusform>粘贴 %n 个航路点</numerusform>
        </translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>限速</translation>
    </message>
    <message>
        <source>Speed limit, kn</source>
        <translation>限速, kn</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限制</translation>
    </message>
    <message numerus="yes">
        <source>A voyage has %1 waypoints at most; %n more would be too many.</source>
        <translation>
            <numerusform>一个航次最多有 %1 个航路点；再加 %n 个就太多了。</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns that the leg table does not have are not pasted: %1.</source>
        <translation>航段表中没有的列未粘贴：%1。</translation>
    </message>
    <message>
        <source>Rename waypoint %1</source>
        <translation>重命名航路点 %1</translation>
    </message>
    <message>
        <source>Change leg to waypoint %1</source>
        <translation>更改到航路点 %1 的航段</translation>
    </message>
    <message>
        <source>Edit note of waypoint %1</source>
        <translation>编辑航路点 %1 的备注</translation>
    </message>
    <message>
        <source>Move waypoint %1</source>
        <translation>移动航路点 %1</translation>
    </message>
    <message>
        <source>Set speed limit of the leg to waypoint %1</source>
        <translation>设置到航路点 %1 航段的限速</translation>
    </message>
    <message>
        <source>Insert waypoint %1</source>
        <translation>插入航路点 %1</translation>
    </message>
    <message>
        <source>Add waypoint %1</source>
        <translation>添加航路点 %1</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::LegPanel</name>
    <message>
        <source>No place is called “%1”, and it is no position.</source>
        <translation>没有名为“%1”的地点，它也不是位置。</translation>
    </message>
    <message>
        <source>Waypoints and legs</source>
        <translation>航路点与航段</translation>
    </message>
    <message>
        <source>Insert waypoint</source>
        <translation>插入航路点</translation>
    </message>
    <message>
        <source>Insert a waypoint half way on the leg that follows</source>
        <translation>在下一航段中点插入航路点</translation>
    </message>
    <message>
        <source>Delete waypoints</source>
        <translation>删除航路点</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Copy the selected rows for a spreadsheet</source>
        <translation>复制所选行以供电子表格使用</translation>
    </message>
    <message>
        <source>Paste rows</source>
        <translation>粘贴行</translation>
    </message>
    <message>
        <source>Paste waypoints from a spreadsheet: in the place of the selected rows if they are several, else after the selected one</source>
        <translation>从电子表格粘贴航路点：选中多行时替换它们，否则插在所选行之后</translation>
    </message>
    <message>
        <source>Keep when planning</source>
        <translation>规划时保留</translation>
    </message>
    <message>
        <source>Waypoints that are kept are yours; the others are made by the plan, which makes them anew</source>
        <translation>保留的航路点是您的；其余由规划生成，每次重新生成</translation>
    </message>
    <message>
        <source>Add a place: name, UN/LOCODE or position</source>
        <translation>添加：名称、代码或位置</translation>
    </message>
    <message>
        <source>Add a place</source>
        <translation>添加地点</translation>
    </message>
    <message>
        <source>Add a departure and a destination.</source>
        <translation>请添加出发地和目的地。</translation>
    </message>
    <message>
        <source>Add a destination.</source>
        <translation>请添加目的地。</translation>
    </message>
    <message>
        <source>Some legs are still to be planned.</source>
        <translation>部分航段尚待规划。</translation>
    </message>
    <message>
        <source>%1 nm in %2, arriving %3</source>
        <translation>%1 海里，用时 %2，到港 %3</translation>
    </message>
    <message>
        <source>Times are not known: %1</source>
        <translation>时间未知：%1</translation>
    </message>
    <message>
        <source>Times are out of date …</source>
        <translation>时间已过时 …</translation>
    </message>
    <message>
        <source>Times are not known yet.</source>
        <translation>时间尚未知。</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::LegendBox</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Unfold the legend</source>
        <translation>展开图例</translation>
    </message>
    <message>
        <source>Fold the legend away</source>
        <translation>收起图例</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::LogPanel</name>
    <message>
        <source>Copy log</source>
        <translation>复制日志</translation>
    </message>
    <message>
        <source>What the program has said</source>
        <translation>程序给出过的消息</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重性</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <translation>
            <numerusform>%1（%n 次）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fairlead::gui::MainWindow</name>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Ship and rules</source>
        <translation>船舶与规则</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>备选航线</translation>
    </message>
    <message>
        <source>Voyage</source>
        <translation>航次</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>剖面</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>Go to panel &quot;%1&quot;</source>
        <translation>转到面板“%1”</translation>
    </message>
    <message>
        <source>Take candidate %1</source>
        <translation>采用方案 %1</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a place that is known nor a position.</source>
        <translation>“%1”既不是已知地点，也不是位置。</translation>
    </message>
    <message>
        <source>Reverse voyage</source>
        <translation>反转航次</translation>
    </message>
    <message>
        <source>%1 is on land. The nearest water is at %2.</source>
        <translation>%1 位于陆地上。最近的水面在 %2。</translation>
    </message>
    <message>
        <source>%1 is on land, and there is no water near.</source>
        <translation>%1 位于陆地上，附近没有水面。</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 已保存</translation>
    </message>
    <message>
        <source>New voyage</source>
        <translation>新航次</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言 (Lan&amp;guage)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Put it there</source>
        <translation>放到那里</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::Notice</name>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Put the message away</source>
        <translation>收起消息</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::PlaceSearch</name>
    <message>
        <source>Name, UN/LOCODE or position</source>
        <translation>名称、UN/LOCODE 或位置</translation>
    </message>
    <message>
        <source>Search place</source>
        <translation>搜索地点</translation>
    </message>
    <message>
        <source>Type a name, a UN/LOCODE or a position, then Return</source>
        <translation>输入名称、UN/LOCODE 或位置，然后按回车键</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::PositionEdit</name>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::ProblemPanel</name>
    <message>
        <source>Show on chart</source>
        <translation>在海图上显示</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>下一问题</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>上一问题</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter problems by text</source>
        <translation>按文本筛选问题</translation>
    </message>
    <message>
        <source>Least severity shown</source>
        <translation>显示的最低严重性</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Cautions and worse</source>
        <translation>注意及以上</translation>
    </message>
    <message>
        <source>Warnings and worse</source>
        <translation>警告及以上</translation>
    </message>
    <message>
        <source>Violations</source>
        <translation>违规</translation>
    </message>
    <message>
        <source>Details of the problem</source>
        <translation>问题详情</translation>
    </message>
    <message>
        <source>Accept because …</source>
        <translation>接受，因为 …</translation>
    </message>
    <message>
        <source>Reason to accept the problem</source>
        <translation>接受问题的理由</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Accept this problem for the reason given; it stays in the report</source>
        <translation>按所给理由接受此问题；它仍保留在报告中</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>The ship comes as far as %1; from there %2 nm remain.</source>
        <translation>船舶最远到达 %1；自此还剩 %2 海里。</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::Profile</name>
    <message>
        <source>Ice %</source>
        <translation>海冰 %</translation>
    </message>
    <message>
        <source>Thick. m</source>
        <translation>冰厚 米</translation>
    </message>
    <message>
        <source>RIO</source>
        <translation>RIO</translation>
    </message>
    <message>
        <source>Speed kn</source>
        <translation>航速 节</translation>
    </message>
    <message>
        <source>Fuel t</source>
        <translation>燃料 吨</translation>
    </message>
    <message>
        <source>Depth m</source>
        <translation>水深 米</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::ProfilePanel</name>
    <message>
        <source>Profile along the route</source>
        <translation>沿航线剖面</translation>
    </message>
    <message>
        <source>The same numbers are in the leg table.</source>
        <translation>航段表中有相同的数值。</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>Profile against</source>
        <translation>剖面横轴</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Lanes shown</source>
        <translation>显示的曲线</translation>
    </message>
    <message>
        <source>No line has been judged yet.</source>
        <translation>尚无判定过的航线。</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>distance, nm</source>
        <translation>航程，海里</translation>
    </message>
    <message>
        <source>time from departure, h</source>
        <translation>自离港起，小时</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2 under the keel</source>
        <translation>%1，龙骨下 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>the line</source>
        <translation>航线</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1，已固定</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::Remedies</name>
    <message>
        <source>Cells of %1 km</source>
        <translation>%1 公里网格单元</translation>
    </message>
    <message>
        <source>Grid %1 km around</source>
        <translation>周围 %1 公里的网格</translation>
    </message>
    <message numerus="yes">
        <source>Leaving %n day(s) later finds a way.</source>
        <translation>
            <numerusform>推迟 %n 天出发即有航路。</numerusform>
        </translation>
    </message>
    <message>
        <source>With the last data held beyond their end there is a way: they are then older than the ship&apos;s passage, and each is marked so.</source>
        <translation>若在数据结束后沿用最后的数据，则有航路：届时数据早于船舶通过时间，并逐一标明。</translation>
    </message>
    <message>
        <source>With less draught a way may open: without the under-keel rule there is one. Check charted depths.</source>
        <translation>减小吃水可能有航路：不计富余水深规则时有航路。请核对海图水深。</translation>
    </message>
    <message>
        <source>Without the zones in force there is a way: wait for them to end, or ask for leave.</source>
        <translation>若无生效的区域则有航路：等待其结束，或申请许可。</translation>
    </message>
    <message>
        <source>Smaller cells find narrower ways.</source>
        <translation>较小的网格单元可找到更窄的航路。</translation>
    </message>
    <message>
        <source>A wider grid finds longer ways round.</source>
        <translation>较宽的网格可找到更远的绕行航路。</translation>
    </message>
    <message>
        <source>The ice around the pole is not known: a scenario can say what to assume there.</source>
        <translation>极点周围的冰情未知：可在情景中说明作何假定。</translation>
    </message>
    <message>
        <source>Let the way between these places be found, or draw it elsewhere.</source>
        <translation>让程序寻找这些地点之间的航路，或改画别处。</translation>
    </message>
    <message numerus="yes">
        <source>Depart %n day(s) later</source>
        <translation>
            <numerusform>推迟 %n 天出发</numerusform>
        </translation>
    </message>
    <message>
        <source>Hold the last data</source>
        <translation>沿用最后的数据</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::ScatterPlot</name>
    <message>
        <source>Measure across</source>
        <translation>横轴变量</translation>
    </message>
    <message>
        <source>Measure upwards</source>
        <translation>纵轴变量</translation>
    </message>
    <message>
        <source>against</source>
        <translation>对</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>权衡</translation>
    </message>
    <message>
        <source>The same numbers are in the table of candidates.</source>
        <translation>备选航线表中有相同的数值。</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1，已固定</translation>
    </message>
    <message>
        <source>%1, out of date</source>
        <translation>%1，已过时</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::ShortcutDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>搜索操作和按键</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其按键</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>New keys of the selected action</source>
        <translation>所选操作的新按键</translation>
    </message>
    <message>
        <source>&amp;Keys of the selected action:</source>
        <translation>所选操作的按键(&amp;K)：</translation>
    </message>
    <message>
        <source>&amp;Take</source>
        <translation>采用(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>无(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>默认(&amp;D)</translation>
    </message>
    <message>
        <source>%1 belongs to &quot;%2&quot;: choose other keys, or free them there first.</source>
        <translation>%1 属于“%2”：请选择其他按键，或先在那里释放。</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::StatusStrip</name>
    <message>
        <source>Position of the pointer</source>
        <translation>指针位置</translation>
    </message>
    <message>
        <source>Values at the pointer</source>
        <translation>指针处数值</translation>
    </message>
    <message>
        <source>Range and bearing from the selected waypoint</source>
        <translation>距所选航路点的距离和方位</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel planning</source>
        <translation>取消规划</translation>
    </message>
    <message>
        <source>UTC  nm  kn  m  t</source>
        <translation>UTC  海里  节  米  吨</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>正在规划</translation>
    </message>
    <message>
        <source>selected waypoint</source>
        <translation>所选航路点</translation>
    </message>
    <message>
        <source>%1 nm %2T from %3</source>
        <translation>距 %3：%1 海里，真方位 %2</translation>
    </message>
    <message>
        <source>ice %1 %</source>
        <translation>海冰 %1 %</translation>
    </message>
    <message>
        <source>%1 m thick</source>
        <translation>冰厚 %1 米</translation>
    </message>
    <message>
        <source>ice: %1</source>
        <translation>海冰：%1</translation>
    </message>
    <message>
        <source>RIO %1</source>
        <translation>RIO %1</translation>
    </message>
    <message>
        <source>speed %1 kn</source>
        <translation>航速 %1 节</translation>
    </message>
    <message>
        <source>no passage</source>
        <translation>不可通行</translation>
    </message>
    <message>
        <source>depth %1 m</source>
        <translation>水深 %1 米</translation>
    </message>
    <message>
        <source>waves %1 m</source>
        <translation>波高 %1 米</translation>
    </message>
    <message>
        <source>wind from %1 %2 kn</source>
        <translation>风向 %1 风速 %2 节</translation>
    </message>
    <message>
        <source>current to %1 %2 kn</source>
        <translation>流向 %1 流速 %2 节</translation>
    </message>
    <message>
        <source>%1 %p% · %2 s</source>
        <translation>%1 %p% · %2 秒</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::TimelineBar</name>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Arrow keys move the time cursor; with Shift by a day.</source>
        <translation>方向键移动时间游标；按住 Shift 移动一天。</translation>
    </message>
    <message>
        <source>Voyage</source>
        <translation>航次</translation>
    </message>
    <message>
        <source>%1, valid always</source>
        <translation>%1，始终有效</translation>
    </message>
    <message>
        <source>%1 beyond the data</source>
        <translation>超出数据 %1</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::TimelinePanel</name>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>To the departure</source>
        <translation>到离港时刻</translation>
    </message>
    <message>
        <source>A day back</source>
        <translation>后退一天</translation>
    </message>
    <message>
        <source>An hour back</source>
        <translation>后退一小时</translation>
    </message>
    <message>
        <source>An hour on</source>
        <translation>前进一小时</translation>
    </message>
    <message>
        <source>A day on</source>
        <translation>前进一天</translation>
    </message>
    <message>
        <source>To the arrival</source>
        <translation>到到港时刻</translation>
    </message>
    <message>
        <source>%1 h/s</source>
        <translation>%1 小时/秒</translation>
    </message>
    <message>
        <source>Speed of play</source>
        <translation>播放速度</translation>
    </message>
    <message>
        <source>Hours of the voyage in a second</source>
        <translation>每秒播放的航次小时数</translation>
    </message>
    <message>
        <source>%1 (T%2 h)</source>
        <translation>%1（T%2 小时）</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
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
        <translation>富余水深</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>From a file …</source>
        <translation>从文件 …</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>船舶</translation>
    </message>
    <message>
        <source>Departure</source>
        <translation>离港</translation>
    </message>
    <message>
        <source>Set departure</source>
        <translation>设置离港时间</translation>
    </message>
    <message>
        <source>Choose objectives</source>
        <translation>选择优化目标</translation>
    </message>
    <message>
        <source>Plan for</source>
        <translation>规划目标</translation>
    </message>
    <message>
        <source>Choose rules</source>
        <translation>选择规则</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Choose ship</source>
        <translation>选择船舶</translation>
    </message>
    <message>
        <source>Ship from a file</source>
        <translation>从文件选择船舶</translation>
    </message>
    <message>
        <source>Ships (*.toml)</source>
        <translation>船舶 (*.toml)</translation>
    </message>
    <message>
        <source>%1 × %2 × %3 m, %4 kn, %5 MW, at least %6 kn in ice</source>
        <translation>%1 × %2 × %3 米，%4 节，%5 兆瓦，冰中至少 %6 节</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::VoyageFile</name>
    <message>
        <source>%1 was changed by another program since it was opened here. That state is kept in %2.</source>
        <translation>%1 在此打开后被其他程序修改过。该程序写入的内容已另存于 %2。</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::VoyageSession</name>
    <message>
        <source>This candidate answers an older voyage: plan again.</source>
        <translation>此方案对应较早的航次：请重新规划。</translation>
    </message>
    <message>
        <source>Take planned line</source>
        <translation>采用规划的航线</translation>
    </message>
    <message>
        <source>The data are still being opened: planning begins when they are.</source>
        <translation>数据仍在打开，打开后即开始规划。</translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %1 of %n objective(s) are planned.</source>
        <translation>
            <numerusform>已停止：%n 个目标中已规划 %1 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: the former line stands.</source>
        <translation>已停止：保留原航线。</translation>
    </message>
    <message>
        <source>Stopped: nothing was planned.</source>
        <translation>已停止：未规划任何航线。</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::WelcomeCard</name>
    <message>
        <source>Show at every start</source>
        <translation>每次启动时显示</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>入门</translation>
    </message>
    <message>
        <source>Three steps to a route</source>
        <translation>三步得到航线</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&lt;ol style=&apos;margin-left:-24px&apos;&gt;&lt;li&gt;Press &lt;b&gt;Ctrl+R&lt;/b&gt; to plan this sample voyage, or &lt;b&gt;Ctrl+N&lt;/b&gt; for one of your own.&lt;/li&gt;&lt;li&gt;In your own: press &lt;b&gt;N&lt;/b&gt;, click where the ship leaves from and where it goes to. A click near a port takes the port.&lt;/li&gt;&lt;li&gt;Press &lt;b&gt;Ctrl+R&lt;/b&gt;. The ways by time, fuel and risk appear one after the other.&lt;/li&gt;&lt;/ol&gt;&lt;p&gt;The sample voyage has &lt;b&gt;synthetic ice&lt;/b&gt;, made up for trials. It is not for navigation.&lt;/p&gt;</source>
        <translation>&lt;ol style=&apos;margin-left:-24px&apos;&gt;&lt;li&gt;按 &lt;b&gt;Ctrl+R&lt;/b&gt; 规划此示例航次，或按 &lt;b&gt;Ctrl+N&lt;/b&gt; 新建自己的航次。&lt;/li&gt;&lt;li&gt;新建后：按 &lt;b&gt;N&lt;/b&gt;，依次点击船舶的出发地和目的地。在港口附近点击即选中该港口。&lt;/li&gt;&lt;li&gt;按 &lt;b&gt;Ctrl+R&lt;/b&gt;。按时间、燃料和风险的航线会依次出现。&lt;/li&gt;&lt;/ol&gt;&lt;p&gt;示例航次使用&lt;b&gt;合成海冰&lt;/b&gt;，仅供试用，不得用于导航。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::Why</name>
    <message>
        <source>Money: %1 for time, %2 for fuel, %3 for risk, %4 for CO₂; %5 in all.</source>
        <translation>费用：时间 %1，燃料 %2，风险 %3，CO₂ %4；共 %5。</translation>
    </message>
    <message>
        <source>Against %1 (%2): %3, %4 nm, %5 t fuel, %6 h risk.</source>
        <translation>与 %1（%2）相比：%3，%4 海里，燃料 %5 吨，风险 %6 小时。</translation>
    </message>
    <message>
        <source>Voyage time, h</source>
        <translation>航时，小时</translation>
    </message>
    <message>
        <source>Distance, nm</source>
        <translation>航程，海里</translation>
    </message>
    <message>
        <source>Fuel, t</source>
        <translation>燃料，吨</translation>
    </message>
    <message>
        <source>CO₂, t</source>
        <translation>CO₂，吨</translation>
    </message>
    <message>
        <source>Ice risk, h</source>
        <translation>冰区风险，小时</translation>
    </message>
    <message>
        <source>%1 %2: of all routes that ship and rules allow.</source>
        <translation>%1 %2：在本船能够且规则允许的所有航线中最优。</translation>
    </message>
    <message>
        <source>Proven: none is better by more than %1 %.</source>
        <translation>已证明：没有航线比它好过 %1 %。</translation>
    </message>
    <message>
        <source>Time: %1.</source>
        <translation>时间：%1。</translation>
    </message>
    <message>
        <source>Time: %1; most of it on the leg to waypoint %2: %3 h, %4 %.</source>
        <translation>时间：%1；到航路点 %2 的航段最多：%3 小时，占 %4 %。</translation>
    </message>
    <message>
        <source>Of it waiting: %1.</source>
        <translation>其中等待：%1。</translation>
    </message>
    <message>
        <source>Waits %1 from %2: %3</source>
        <translation>自 %2 起等待 %1：%3</translation>
    </message>
    <message>
        <source>Fuel: %1 t.</source>
        <translation>燃料：%1 吨。</translation>
    </message>
    <message>
        <source>Fuel: %1 t; most of it on the leg to waypoint %2: %3 t, %4 %.</source>
        <translation>燃料：%1 吨；到航路点 %2 的航段最多：%3 吨，占 %4 %。</translation>
    </message>
    <message>
        <source>Ice risk: %1 h.</source>
        <translation>冰区风险：%1 小时。</translation>
    </message>
    <message>
        <source>Ice risk: %1 h; most of it on the leg to waypoint %2: %3 h, %4 %.</source>
        <translation>冰区风险：%1 小时；到航路点 %2 的航段最多：%3 小时，占 %4 %。</translation>
    </message>
    <message>
        <source>What binds most: %1</source>
        <translation>最主要的约束：%1</translation>
    </message>
    <message>
        <source>No rule binds it.</source>
        <translation>没有规则约束它。</translation>
    </message>
    <message>
        <source>Not planned since the voyage was opened. The line is kept, found by: %1. Plan again to see candidates.</source>
        <translation>打开航次后尚未规划。航线已保留，其目标为：%1。重新规划即可看到候选航线。</translation>
    </message>
    <message>
        <source>Plan the voyage to see candidates.</source>
        <translation>规划航次以查看候选航线。</translation>
    </message>
    <message>
        <source>No route yet.</source>
        <translation>尚无航线。</translation>
    </message>
    <message>
        <source>By your model: %1.</source>
        <translation>按您的模型：%1。</translation>
    </message>
    <message>
        <source>By your model against %1: %2 %3.</source>
        <translation>按您的模型与 %1 相比：%2 %3。</translation>
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
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Violation</source>
        <translation>违规</translation>
    </message>
    <message>
        <source>optimised</source>
        <translation>优化</translation>
    </message>
    <message>
        <source>great circle</source>
        <translation>大圆航线</translation>
    </message>
    <message>
        <source>rhumb line</source>
        <translation>恒向线</translation>
    </message>
    <message>
        <source>Least time</source>
        <translation>时间最短</translation>
    </message>
    <message>
        <source>Least distance</source>
        <translation>航程最短</translation>
    </message>
    <message>
        <source>Least fuel</source>
        <translation>燃料最少</translation>
    </message>
    <message>
        <source>Least ice risk</source>
        <translation>冰区风险最小</translation>
    </message>
    <message>
        <source>Least CO₂</source>
        <translation>CO₂ 最少</translation>
    </message>
    <message>
        <source>Least money</source>
        <translation>费用最少</translation>
    </message>
    <message>
        <source>Ice concentration</source>
        <translation>海冰密集度</translation>
    </message>
    <message>
        <source>Ice thickness</source>
        <translation>冰厚</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>水深</translation>
    </message>
    <message>
        <source>Wind, eastward</source>
        <translation>风，东向分量</translation>
    </message>
    <message>
        <source>Wind, northward</source>
        <translation>风，北向分量</translation>
    </message>
    <message>
        <source>Wave height</source>
        <translation>波高</translation>
    </message>
    <message>
        <source>Wave period</source>
        <translation>波周期</translation>
    </message>
    <message>
        <source>Wave direction</source>
        <translation>波向</translation>
    </message>
    <message>
        <source>Current, eastward</source>
        <translation>海流，东向分量</translation>
    </message>
    <message>
        <source>Current, northward</source>
        <translation>海流，北向分量</translation>
    </message>
    <message>
        <source>Air temperature</source>
        <translation>气温</translation>
    </message>
    <message>
        <source>Attainable speed</source>
        <translation>可达航速</translation>
    </message>
    <message>
        <source>My model</source>
        <translation>我的模型</translation>
    </message>
</context>
<context>
    <name>fairlead::gui::ZoneCard</name>
    <message>
        <source>Not before</source>
        <translation>不早于</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>直到</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Name of the zone</source>
        <translation>区域名称</translation>
    </message>
    <message>
        <source>No passage</source>
        <translation>禁止通行</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>限速</translation>
    </message>
    <message>
        <source>Rule of the zone</source>
        <translation>区域规则</translation>
    </message>
    <message>
        <source> kn</source>
        <translation> 节</translation>
    </message>
    <message>
        <source>Speed limit of the zone</source>
        <translation>区域限速</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Delete zone</source>
        <translation>删除区域</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Rename zone</source>
        <translation>重命名区域</translation>
    </message>
    <message>
        <source>Change rule of zone</source>
        <translation>更改区域规则</translation>
    </message>
    <message>
        <source>Change time of zone</source>
        <translation>更改区域时间</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what is done, and the name of the zone</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
</TS>
