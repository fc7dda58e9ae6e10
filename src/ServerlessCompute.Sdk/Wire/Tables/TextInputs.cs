namespace ServerlessCompute;

/// <summary>Texts that YAML gives to a component's data: they are the data's path.</summary>
internal static class TextInputs
{
    private const string Inputs = "inputs";

    private static readonly string[] _data =
        [PortType.Values.UriFile, PortType.Values.UriFolder, PortType.Values.MLTable, PortType.Values.CustomModel, PortType.Values.MlflowModel, PortType.Values.TritonModel];

    /// <summary>The step with data in the places of texts, where its component is at hand and wants data.</summary>
    public static PipelineStep AsData(PipelineStep step, TreeMap tree, TreeReader reader)
    {
        if (step is not ComponentStep { Component.Definition: { } component } own || tree.Get(Inputs) is not TreeMap given)
        {
            return step;
        }

        reader.Enter(Inputs);
        ValueMap<Input> inputs = own.Inputs;
        foreach ((string name, Input input) in own.Inputs)
        {
            if (input.Plain is LiteralInput
                && component.Inputs.TryGetValue(name, out ComponentInput? port)
                && _data.Contains(port.Type.Value, StringComparer.OrdinalIgnoreCase)
                && given.Get(name) is TreeScalar said
                && TextOf(said) is { } text)
            {
                reader.Enter(name);
                inputs = Forms.Path.TryRead(text, reader, out AssetPath? read) ? inputs.With(name, new DataInput { Type = new InputType(port.Type.Value!), Path = read }) : inputs;
                reader.Leave();
            }
        }

        reader.Leave();
        return ReferenceEquals(inputs, own.Inputs) ? step : own with { Inputs = inputs };
    }

    /// <summary>A text that is no reference; null for others. What is no number is written as a text.</summary>
    private static TreeScalar? TextOf(TreeScalar said) => said.Kind switch
    {
        ScalarKind.Text => said.Text.Contains("${{", StringComparison.Ordinal) ? null : said,
        ScalarKind.Number when !double.IsFinite(said.AsDouble()) => new TreeScalar(ScalarKind.Text, said.Literal, said.Place),
        _ => null,
    };
}
