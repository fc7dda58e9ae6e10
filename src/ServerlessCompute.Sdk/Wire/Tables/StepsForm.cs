using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>
/// The steps of a pipeline by name, each with its name in it where they are sent. YAML may describe a job where a step belongs: it is
/// kept as one until the whole pipeline is read.
/// </summary>
internal sealed class StepsForm : TreeForm<ValueMap<PipelineStep>>
{
    private const string Name = "name";

    private const string Component = "component";

    private const string Command = "command";

    private const string Parallel = "parallel";

    /// <summary>Members of jobs that a step has no use for, and that YAML may say all the same.</summary>
    private static readonly string[] _ignored = [Name, "description", "experiment_name", "$schema"];

    /// <summary>What a step's component says, and the step beside it says in vain.</summary>
    private static readonly string[] _ofComponent = [Command, "code", "environment", "is_deterministic"];

    /// <summary>What parallel work that is described in place says in vain.</summary>
    private static readonly string[] _ofNobody = ["display_name", "tags"];

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
        string kind = KindOf(map, reader);
        bool hasComponent = map.TryGet(Component, out _);
        if (!hasComponent && JobTables.OfStep(kind) is { } table)
        {
            bool isJob = table.TryRead(map.Without(StepTables.Key), reader, out Job? job);
            step = isJob ? new InlineJobStep(job!) : null;
            return isJob;
        }

        map = map.Text(StepTables.Key) == kind || (kind == Command && !map.TryGet(StepTables.Key, out _)) ? map : map.With(StepTables.Key, kind);
        TreeMap own = (kind, hasComponent) switch
        {
            (AutoMlJobTable.YamlWord, _) => map.Without(Name),
            (Command, true) => WithoutVain(map.Without(_ignored), _ofComponent, reader),
            ("pipeline", true) => WithoutVain(map.Without(_ignored), ["settings"], reader),
            ("spark", true) when map.Get(Component) is TreeScalar => SparkTables.WithSmallSize(map.Without(_ignored)),
            (Parallel, false) => WithoutVain(map.Without(_ignored), _ofNobody, reader),
            _ => map.Without(_ignored),
        };
        step = null;
        bool isRead = (kind != Parallel || hasComponent || KnowsAll(own, reader)) && StepTables.Union.TryRead(own, reader, out step);
        step = isRead ? TextInputs.AsData(step!, own, reader) : step;
        return isRead;
    }

    /// <summary>What the step says, else what its component says that is at hand, else a command.</summary>
    private static string KindOf(TreeMap map, TreeReader reader)
    {
        if (map.TryGet(StepTables.Key, out Tree? type) && type is not TreeScalar { IsNull: true })
        {
            string said = (type as TreeScalar)?.Text ?? "";
            string lower = said.ToLowerInvariant();
            return StepTables.Union.Cases.Any(known => known.IsCalled(lower, Dialect.Yaml)) ? lower : said;
        }

        reader.Enter(Component);
        Tree? component = map.Get(Component) is TreeScalar { Kind: ScalarKind.Text } text && !string.IsNullOrWhiteSpace(text.Text) && new AssetPath(text.Text).IsLocal && reader.IsFile(text) ? reader.Follow(text) : map.Get(Component);
        reader.Leave();
        return (component as TreeMap)?.Text(StepTables.Key) ?? Command;
    }

    private static TreeMap WithoutVain(TreeMap map, string[] names, TreeReader reader)
    {
        foreach (string name in names)
        {
            if (map.TryGet(name, out Tree? value))
            {
                reader.Enter(name);
                reader.Warn(value.Place, $"'{name}' has no effect here, and is left out.", "Take it out, or say it in the component.");
                reader.Leave();
            }
        }

        return map.Without(names);
    }

    private static bool KnowsAll(TreeMap map, TreeReader reader)
    {
        string[] known = [.. StepTables.Parallel.NamesIn(Dialect.Yaml)];
        TreeEntry[] others = [.. map.Entries.Where(entry => !known.Contains(entry.Name))];
        Array.ForEach(others, other => UnknownNames.Report(other, known, reader));
        return others.Length == 0;
    }
}
