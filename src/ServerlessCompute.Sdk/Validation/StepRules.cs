using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>One step of a pipeline: its name, and what every kind of step that runs something has.</summary>
internal static class StepRules
{
    public static void Check(string name, PipelineStep step, PipelineView view, JobReport report)
    {
        string place = view.PlaceOf(name);
        if (!IsName(name))
        {
            report.Add(StepNameForm, place, $"The step's name {Shown.Value(name)} is not made of lower-case letters, digits and underscores, beginning with no digit.", "Rename the step, for example 'train_model'.");
        }

        JobReport own = report.At(path => $"{place}.{path}");
        switch (step)
        {
            case ComponentStep component:
                CheckComponent(name, component, view, report, own);
                break;
            case AutoMlStep autoMl:
                CheckAutoMl(name, autoMl, view, own);
                break;
            case UnknownStep unknown:
                report.Add(StepKindUnknown, place, $"The kind of step {Shown.Value(unknown.Kind)} is not known to this library and is sent as it is.", "Use one of the steps that this library knows, unless you know that the service takes it.");
                break;
            default:
                ControlRules.Check(step, view, own);
                break;
        }

        AdditionalPropertyRules.Check(step, place, report);
    }

    private static void CheckComponent(string name, ComponentStep step, PipelineView view, JobReport report, JobReport own)
    {
        const string Place = nameof(ComponentStep.Component);
        string place = view.PlaceOf(name);
        if (step.Refused is { Count: > 0 } refused)
        {
            report.Add(StepRefuses, place, $"The job of this step says {Shown.List([.. refused])}, which no step can have.", "Leave it out, or say it at the pipeline.");
        }

        if (step is not SubPipelineStep and not SparkStep { Resources: not null } && step.Compute is null && view is { Compute: null, MayLackCompute: false })
        {
            ReportCompute(name, nameof(ComponentStep.Compute), own);
        }

        if (!report.IsOfFlow)
        {
            CheckOwn(step, view, own);
        }

        switch (step.Component)
        {
            case null:
                own.Add(StepComponentMissing, Place, "The step does not say what it runs.", "Give it a component, .WithComponent(\"azureml:train:1\"), or add a job in its place: p.Add(\"train\", Command.Run(…)).");
                break;
            case { Definition: PipelineComponent pipeline }:
                GivenRules.Check(GivenInputs.Of(step, pipeline), view, $"{place}.", report);
                CheckWhatRuns(pipeline, view.Compute, own);
                PipelineRules.Check(new PipelineView(pipeline, $"{place}.{Place}.", view), report);
                break;
            case { Definition: { } definition }:
                GivenRules.Check(GivenInputs.Of(step, definition), view, $"{place}.", report);
                CheckWhatRuns(definition, step.Compute ?? view.Compute, own);
                break;
            default:
                break;
        }
    }

    /// <summary>What the step says of itself.</summary>
    private static void CheckOwn(ComponentStep step, PipelineView view, JobReport own)
    {
        foreach ((string output, Output to) in own.Entries(step.Outputs, nameof(ComponentStep.Outputs)))
        {
            CheckOutput(to, Shown.At(nameof(ComponentStep.Outputs), output), own);
        }

        foreach ((string input, Input given) in own.Entries(step.Inputs, nameof(ComponentStep.Inputs)))
        {
            if (given is DataInput data && !PipelineReference.IsWhole(data.Path?.Text))
            {
                InputRules.CheckData(data, Shown.At(nameof(ComponentStep.Inputs), input), own);
            }
        }

        StepMachineRules.Check(step, view, own);
    }

    private static void CheckWhatRuns(Component component, string? compute, JobReport own)
    {
        if (!own.IsOfFlow)
        {
            ComponentRules.Check(component, compute, own.At(path => $"{nameof(ComponentStep.Component)}.{path}"));
        }
    }

    /// <summary>Where an output goes: the pipeline's, or a place.</summary>
    private static void CheckOutput(Output output, string place, JobReport report)
    {
        if (!PipelineReference.IsWhole(output.Path?.Text))
        {
            OutputRules.CheckOutput(output, place, report);
        }
    }

    private static void CheckAutoMl(string name, AutoMlStep step, PipelineView view, JobReport own)
    {
        const string Place = nameof(AutoMlStep.Job);
        if (!own.IsGiven(step.Job, Place))
        {
            return;
        }

        if (step.Job.Compute is null && view is { Compute: null, MayLackCompute: false })
        {
            ReportCompute(name, $"{Place}.{nameof(Job.Compute)}", own);
        }

        if (!own.IsOfFlow)
        {
            AutoMlRules.Check(step.Job, own.At(path => $"{Place}.{path}"));
        }
    }

    private static void ReportCompute(string name, string place, JobReport own) => own.Add(
        StepComputeMissing,
        place,
        $"The step {Shown.Value(name)} has no compute, and neither has the pipeline.",
        "Give all steps the service's own machines, 'settings: default_compute: serverless', or this one a compute.");

    private static bool IsName(string name) =>
        NameForm.IsIdentifier(name) && !name.Any(char.IsAsciiLetterUpper);
}
