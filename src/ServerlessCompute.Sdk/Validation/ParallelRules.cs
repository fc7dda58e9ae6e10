using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>Parallel work: the program, and the input that is cut up for it.</summary>
internal static class ParallelRules
{
    public static void Check(ParallelComponent component, string? compute, JobReport report)
    {
        if (component.Task is not { } task)
        {
            report.Add(ParallelTaskMissing, nameof(ParallelComponent.Task), "The component does not say which program it runs.", "Write Task = new ParallelTask { Code = \"./src\", EntryScript = \"score.py\", Environment = … }.");
            return;
        }

        if (task.Type == ParallelTaskType.RunFunction && !NameForm.HasContent(task.EntryScript))
        {
            report.Add(ParallelTaskMissing, $"{nameof(ParallelComponent.Task)}.{nameof(ParallelTask.EntryScript)}", "The task names no Python file.", "Write EntryScript = \"score.py\", the file within the code that has the functions init and run.");
        }

        CommandView view = ComponentRules.View(component, task.ProgramArguments ?? "", task.Environment, task.Code, component.Resources);
        view = new CommandView(view.Job with { Compute = compute });
        JobReport within = report.At(PlaceOf);
        CommandRules.CheckReferences(view, within);
        EnvironmentRules.Check(view, within);
        CodeRules.Check(view, within);
        ResourceRules.Check(view, within);
        CheckData(component, report);
    }

    private static string PlaceOf(string path) =>
        path == nameof(CommandJob.Command) ? $"{nameof(ParallelComponent.Task)}.{nameof(ParallelTask.ProgramArguments)}"
        : path.StartsWith(nameof(CommandJob.Resources), StringComparison.Ordinal) ? path
        : $"{nameof(ParallelComponent.Task)}.{path}";

    private static void CheckData(ParallelComponent component, JobReport report)
    {
        if (component.InputData is not { } text)
        {
            report.Add(ParallelInputUnknown, nameof(ParallelComponent.InputData), "The component does not say which of its inputs is cut into batches.", "Write InputData = \"${{inputs.name}}\".");
            return;
        }

        CommandReference? reference = new CommandScan(text).References is [var first, ..] ? first : null;
        if (component.Inputs is { } inputs && !(reference is { Scope: CommandReference.Inputs, Name: { } name } && inputs.ContainsKey(name)))
        {
            report.Add(ParallelInputUnknown, nameof(ParallelComponent.InputData), $"{Shown.Value(text)} is no input of the component.{report.DidYouMean(reference?.Name ?? text, inputs.Keys)}", "Write InputData = \"${{inputs.name}}\".");
        }
    }
}
