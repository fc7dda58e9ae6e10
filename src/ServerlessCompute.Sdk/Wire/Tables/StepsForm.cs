using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>
/// The steps of a pipeline by name, each with its name in it where they are sent. YAML may describe a job where a step belongs: it is
/// kept as one until the whole pipeline is read.
/// </summary>
internal sealed class StepsForm : TreeForm<ValueMap<PipelineStep>>
{
    private const string Name = "name";

    /// <summary>Members of jobs that a step has no use for, and that YAML may say all the same.</summary>
    private static readonly string[] _ignored = [Name, "description", "experiment_name", "$schema"];

    public override bool IsUnset(ValueMap<PipelineStep> value) => value.Count == 0;

    public override Tree Write(ValueMap<PipelineStep> value, Dialect dialect)
    {
        var entries = new TreeEntry[value.Count];
        for (int i = 0; i < entries.Length; i++)
        {
            (string name, PipelineStep step) = value.Entries[i];
            entries[i] = new TreeEntry(name, Write(name, step, dialect));
        }

        return new TreeMap(entries);
    }

    public override bool TryRead(Tree tree, TreeReader reader, out ValueMap<PipelineStep> value)
    {
        value = ValueMap<PipelineStep>.Empty;
        if (tree is not TreeMap map)
        {
            return Wrong(tree, reader, "A map of steps by name");
        }

        bool readAll = true;
        var steps = new List<KeyValuePair<string, PipelineStep>>(map.Entries.Count);
        foreach (TreeEntry entry in map.Entries)
        {
            reader.Enter(entry.Name);
            if (TryRead(entry, reader, out PipelineStep? step))
            {
                steps.Add(new(entry.Name, step));
            }
            else
            {
                readAll = false;
            }

            reader.Leave();
        }

        value = ValueMap.Create<PipelineStep>(steps.ToArray());
        return readAll;
    }

    public override void WriteCSharp(CSharpText text, ValueMap<PipelineStep> value) => text.Map(value, StepTables.Union.WriteCSharp);

    private static Tree Write(string name, PipelineStep step, Dialect dialect)
    {
        Tree tree = StepTables.Union.Write(step, dialect);
        return dialect == Dialect.Yaml || step is DoWhileStep or IfElseStep or ParallelForStep || step.AdditionalProperties.ContainsKey(Name)
            ? tree
            : new TreeMap([new TreeEntry(Name, name), .. ((TreeMap)tree).Entries]);
    }

    private static bool TryRead(TreeEntry entry, TreeReader reader, [MaybeNullWhen(false)] out PipelineStep step)
    {
        step = null;
        if (entry.Value is not TreeMap map)
        {
            return Wrong(entry.Value, reader, "A step", "Give it a type, such as 'type: command'.");
        }

        if (reader.Dialect != Dialect.Yaml)
        {
            return StepTables.Union.TryRead(map.Text(Name) == entry.Name ? map.Without(Name) : map, reader, out step);
        }

        bool tookBindings = reader.TakesBindings;
        reader.TakesBindings = true;
        bool isRead = TryReadYaml(map, reader, out step);
        reader.TakesBindings = tookBindings;
        return isRead;
    }

    private static bool TryReadYaml(TreeMap map, TreeReader reader, [MaybeNullWhen(false)] out PipelineStep step)
    {
        string kind = map.Text(StepTables.Key) ?? "command";
        if (!map.TryGet("component", out _) && JobTables.OfStep(kind) is { } table)
        {
            bool isJob = table.TryRead(map.Without(StepTables.Key), reader, out Job? job);
            step = isJob ? new InlineJobStep(job!) : null;
            return isJob;
        }

        return StepTables.Union.TryRead(kind == AutoMlJobTable.YamlWord ? map.Without(Name) : map.Without(_ignored), reader, out step);
    }
}
