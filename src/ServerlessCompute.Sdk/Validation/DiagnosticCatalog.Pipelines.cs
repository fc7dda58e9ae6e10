namespace ServerlessCompute;

/// <content>What can be wrong with a pipeline, its steps and their components.</content>
internal static partial class DiagnosticCatalog
{
    // The pipeline
    public static DiagnosticDescriptor StepComputeMissing { get; } = Error("SC1401", "A step has no compute");
    public static DiagnosticDescriptor PipelineEmpty { get; } = Error("SC1402", "A pipeline has no steps");
    public static DiagnosticDescriptor StepsAndComponent { get; } = Error("SC1404", "A pipeline has steps and a component");
    public static DiagnosticDescriptor PipelineInputUnused { get; } = Warning("SC1405", "No step uses an input of the pipeline");
    public static DiagnosticDescriptor PipelineOutputUnwritten { get; } = Warning("SC1406", "No step writes an output of the pipeline");

    // Its steps
    public static DiagnosticDescriptor StepNameForm { get; } = Error("SC1411", "A step's name has a wrong form");
    public static DiagnosticDescriptor StepComponentMissing { get; } = Error("SC1412", "A step has no component");
    public static DiagnosticDescriptor StepKindUnknown { get; } = Warning("SC1413", "A kind of step is not known");
    public static DiagnosticDescriptor StepRefuses { get; } = Error("SC1414", "A job says what no step can have");

    // References between them
    public static DiagnosticDescriptor EdgeStepUnknown { get; } = Error("SC1421", "A reference leads to no step");
    public static DiagnosticDescriptor EdgePortUnknown { get; } = Error("SC1422", "A reference leads to no input or output");
    public static DiagnosticDescriptor EdgeLegacy { get; } = Error("SC1423", "A reference is written as it was in old times");
    public static DiagnosticDescriptor EdgeForm { get; } = Error("SC1424", "A reference to a part of the pipeline has a wrong form");
    public static DiagnosticDescriptor StepsInCircle { get; } = Error("SC1425", "Steps wait for each other");
    public static DiagnosticDescriptor EdgeTypesDiffer { get; } = Error("SC1426", "A step's input gets what is of another type");

    // Steps and their components
    public static DiagnosticDescriptor ComponentInputMissing { get; } = Error("SC1431", "A component's input is not given");
    public static DiagnosticDescriptor ComponentInputUnknown { get; } = Error("SC1432", "A component does not take an input");
    public static DiagnosticDescriptor ComponentOutputUnknown { get; } = Error("SC1433", "A component does not make an output");
    public static DiagnosticDescriptor LiteralUnfit { get; } = Error("SC1434", "A value does not fit a component's input");

    // Loops and branches
    public static DiagnosticDescriptor LoopBodyUnknown { get; } = Error("SC1441", "A loop repeats no step");
    public static DiagnosticDescriptor LoopLimit { get; } = Error("SC1442", "A loop's bound is out of range");
    public static DiagnosticDescriptor LoopPortUnknown { get; } = Error("SC1443", "A loop refers to what its step does not have");
    public static DiagnosticDescriptor BranchEmpty { get; } = Error("SC1444", "A branch leads nowhere");
    public static DiagnosticDescriptor BranchConditionMissing { get; } = Error("SC1445", "A branch has no condition");
    public static DiagnosticDescriptor ItemsForm { get; } = Error("SC1446", "The items of a loop have a wrong form");

    // The first and the last step
    public static DiagnosticDescriptor InitUnknown { get; } = Error("SC1451", "The first or last step is none of the pipeline");
    public static DiagnosticDescriptor InitIsFinalize { get; } = Error("SC1452", "One step is the first and the last");
    public static DiagnosticDescriptor InitConnected { get; } = Error("SC1453", "The first or last step is connected to others");
    public static DiagnosticDescriptor InitIsControl { get; } = Error("SC1454", "The first or last step runs nothing itself");
    public static DiagnosticDescriptor InitAlone { get; } = Error("SC1455", "There is no step beside the first and the last");
    public static DiagnosticDescriptor InitWithinStep { get; } = Error("SC1456", "A step has a first or last step of its own");

    // Components
    public static DiagnosticDescriptor PortTypeUnknown { get; } = Word("SC1502", "The type of a component's input or output is not known");
    public static DiagnosticDescriptor DefaultUnfit { get; } = Error("SC1503", "A default does not fit its input");
    public static DiagnosticDescriptor BoundsUnfit { get; } = Error("SC1504", "The bounds of an input have no meaning");
    public static DiagnosticDescriptor EarlyAvailableUnfit { get; } = Error("SC1505", "Data cannot be available early");
    public static DiagnosticDescriptor ParallelTaskMissing { get; } = Error("SC1511", "Parallel work says not what runs");
    public static DiagnosticDescriptor ParallelInputUnknown { get; } = Error("SC1512", "Parallel work cuts up what is no input of it");
    public static DiagnosticDescriptor TransferIncomplete { get; } = Error("SC1513", "A data transfer says not what goes where");
}
