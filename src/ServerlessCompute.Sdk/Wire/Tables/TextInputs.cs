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
                && given.Get(name) is TreeScalar { Kind: ScalarKind.Text, Text: var text } path
                && !text.Contains("${{", StringComparison.Ordinal))
            {
                reader.Enter(name);
                inputs = Forms.Path.TryRead(path, reader, out AssetPath? read) ? inputs.With(name, new DataInput { Type = new InputType(port.Type.Value!), Path = read }) : inputs;
                reader.Leave();
            }
        }

        reader.Leave();
        return ReferenceEquals(inputs, own.Inputs) ? step : own with { Inputs = inputs };
    }
}
