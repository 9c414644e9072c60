<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>fairlead::gui::Coverage</name>
    <message numerus="yes">
        <source>%n time step(s)</source>
        <translation>
            <numerusform>%n time step</numerusform>
            <numerusform>%n time steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fairlead::gui::DepartureDialog</name>
    <message numerus="yes">
        <source>every %n hour(s)</source>
        <translation>
            <numerusform>every %n hour</numerusform>
            <numerusform>every %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fairlead::gui::FileCommands</name>
    <message numerus="yes">
        <source>The file holds %n route(s). Open:</source>
        <translation>
            <numerusform>The file holds %n route. Open:</numerusform>
            <numerusform>The file holds %n routes. Open:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; was not saved when the program ended: %n change(s), the last at %2.</source>
        <translation>
            <numerusform>&quot;%1&quot; was not saved when the program ended: %n change, the last at %2.</numerusform>
            <numerusform>&quot;%1&quot; was not saved when the program ended: %n changes, the last at %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n later change(s) cannot be read and will be missing.</source>
        <translation>
            <numerusform>%n later change cannot be read and will be missing.</numerusform>
            <numerusform>%n later changes cannot be read and will be missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fairlead::gui::FindingModel</name>
    <message numerus="yes">
        <source>%n violation(s)</source>
        <translation>
            <numerusform>%n violation</numerusform>
            <numerusform>%n violations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n caution(s)</source>
        <translation>
            <numerusform>%n caution</numerusform>
            <numerusform>%n cautions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>%n accepted</numerusform>
            <numerusform>%n accepted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fairlead::gui::LegModel</name>
    <message numerus="yes">
        <source>Delete %n waypoint(s)</source>
        <translation>
            <numerusform>Delete %n waypoint</numerusform>
            <numerusform>Delete %n waypoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n waypoint(s)</source>
        <translation>
            <numerusform>Paste %n waypoint</numerusform>
            <numerusform>Paste %n waypoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A voyage has %1 waypoints at most; %n more would be too many.</source>
        <translation>
            <numerusform>A voyage has %1 waypoints at most; %n more would be too many.</numerusform>
            <numerusform>A voyage has %1 waypoints at most; %n more would be too many.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fairlead::gui::LogPanel</name>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <translation>
            <numerusform>%1 (%n times)</numerusform>
            <numerusform>%1 (%n times)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fairlead::gui::Remedies</name>
    <message numerus="yes">
        <source>Leaving %n day(s) later finds a way.</source>
        <translation>
            <numerusform>Leaving %n day later finds a way.</numerusform>
            <numerusform>Leaving %n days later finds a way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Depart %n day(s) later</source>
        <translation>
            <numerusform>Depart %n day later</numerusform>
            <numerusform>Depart %n days later</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fairlead::gui::VoyageSession</name>
    <message numerus="yes">
        <source>Stopped: %1 of %n objective(s) are planned.</source>
        <translation>
            <numerusform>Stopped: %1 of %n objective is planned.</numerusform>
            <numerusform>Stopped: %1 of %n objectives are planned.</numerusform>
        </translation>
    </message>
</context>
</TS>
