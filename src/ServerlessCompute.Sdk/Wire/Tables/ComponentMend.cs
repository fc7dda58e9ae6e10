namespace ServerlessCompute;

/// <summary>
/// A command made from a component in a file, <c>component: ./train.yml</c>: it runs what the component runs, with the component's defaults
/// where the job gives no inputs.
/// </summary>
internal static class ComponentMend
{
    private const string Component = "component";

    private const string Inputs = "inputs";

    private const string Outputs = "outputs";

    private const string CommandType = "command";

    /// <summary>What a component says of itself, and nothing of the job.</summary>
    private static readonly string[] _ofComponents = ["name", "version", "type", "display_name", "description", "tags", "properties", "is_deterministic", Inputs, Outputs, "additional_includes", "id", "creation_context"];

    public static TreeMap Expand(TreeMap job, TreeReader reader)
    {
        if (job.Get(Component) is not { } named)
        {
            return job;
        }

        reader.Enter(Component);
        TreeMap? component = Follow(named, reader);
        reader.Leave();
        if (component is null)
        {
            // It was said what is wrong; that the rest is missing, too, follows from it.
            return job.Without(Component).With("command", "?").With("environment", "azureml:?:1");
        }

        TreeMap expanded = job.Without(Component);
        foreach (TreeEntry entry in component.Without(_ofComponents).Entries)
        {
            expanded = expanded.TryGet(entry.Name, out _) ? expanded : expanded.With(entry.Name, entry.Value);
        }

        if (component.Get(Inputs) is TreeMap inputs)
        {
            expanded = expanded.With(Inputs, Fill(inputs, expanded.Get(Inputs) as TreeMap ?? new TreeMap([], job.Place), job.Place, reader));
        }

        return component.Get(Outputs) is TreeMap outputs ? expanded.With(Outputs, Merge(outputs, expanded.Get(Outputs) as TreeMap ?? TreeMap.Empty)) : expanded;
    }

    private static TreeMap? Follow(Tree named, TreeReader reader)
    {
        TreeMap? component = named as TreeMap;
        if (named is TreeScalar { Kind: ScalarKind.Text } text)
        {
            if (!reader.IsFile(text))
            {
                reader.Report(named.Place, "A command is made from a component in a file, whose text says what to run.", "Name the file, or write a pipeline with one step for a registered component.");
                return null;
            }

            component = reader.Follow(text) as TreeMap;
        }

        if (component is not null && component.Text("type") is { } type && !type.Equals(CommandType, StringComparison.OrdinalIgnoreCase))
        {
            reader.Report(named.Place, $"A command is made from a component of the type command, and this one is a {type}.", "Write a pipeline with one step for it.");
            return null;
        }

        return component;
    }

    private static TreeMap Fill(TreeMap declared, TreeMap given, TreePlace place, TreeReader reader)
    {
        foreach (TreeEntry input in declared.Entries)
        {
            if (given.TryGet(input.Name, out _) || input.Value is not TreeMap port)
            {
                continue;
            }

            if (port.Get("default") is { } value and not TreeScalar { IsNull: true })
            {
                given = given.With(input.Name, value);
            }
            else if (port.Get("optional") is not TreeScalar { Kind: ScalarKind.Flag, Text: "true" })
            {
                reader.Enter(Inputs);
                reader.Report(place, $"The component needs the input '{input.Name}'.", $"Give it below 'inputs:', {input.Name}: and its value.");
                reader.Leave();
            }
        }

        return given;
    }

    private static TreeMap Merge(TreeMap declared, TreeMap given)
    {
        foreach (TreeEntry output in declared.Entries)
        {
            if (output.Value is TreeMap port)
            {
                given = given.With(output.Name, given.Get(output.Name) ?? port.Without("description", "early_available"));
            }
        }

        return given;
    }
}
