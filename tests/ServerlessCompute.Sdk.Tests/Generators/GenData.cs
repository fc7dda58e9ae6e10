using CsCheck;

namespace ServerlessCompute;

/// <summary>Commands, and what flows in and out of them.</summary>
internal static class GenData
{
    public static Gen<AssetPath> Path { get; } = Gen.Select(
        Gen.OneOf("azureml://datastores/workspaceblobstore/paths/", "https://example.com/", "azureml:", "/subscriptions/"),
        GenText.Any,
        (start, rest) => new AssetPath(start + rest));

    private static readonly Gen<Input> _literal = Gen.Select(GenText.Any, GenChoice.Maybe(GenText.Any), GenText.Extras, (value, description, extras) =>
        (Input)new LiteralInput { Value = value, Description = description, AdditionalProperties = extras });

    private static readonly Gen<Input> _typed = Gen.OneOf(
        Gen.Double.Select(number => (Input)new Input<double>(number)),
        Gen.Int.Select(number => (Input)new Input<int>(number)),
        Gen.Bool.Select(flag => (Input)new Input<bool>(flag)),
        GenText.Any.Select(text => (Input)new Input<string>(text)));

    public static Gen<DataInput> Data { get; } = Gen.Select(
        Gen.Frequency((1, Gen.Const(default(InputType))), (6, GenChoice.Word(InputType.UriFile, InputType.UriFolder, InputType.MLTable, InputType.CustomModel, InputType.MlflowModel, InputType.TritonModel))),
        GenChoice.Maybe(Path),
        Gen.Frequency((1, Gen.Const(default(InputMode))), (2, GenChoice.Word(InputMode.ReadOnlyMount, InputMode.Download, InputMode.Direct, InputMode.EvalMount))),
        GenChoice.Maybe(GenText.Any),
        GenText.Extras,
        (type, path, mode, description, extras) => new DataInput { Type = type, Path = path, Mode = mode, Description = description, AdditionalProperties = extras });

    private static readonly Gen<Output> _output = Gen.Select(
        Gen.Frequency((1, Gen.Const(default(OutputType))), (6, GenChoice.Word(OutputType.UriFile, OutputType.UriFolder, OutputType.MLTable, OutputType.CustomModel, OutputType.MlflowModel))),
        GenChoice.Maybe(Path),
        Gen.Frequency((1, Gen.Const(default(OutputMode))), (2, GenChoice.Word(OutputMode.ReadWriteMount, OutputMode.Upload, OutputMode.Direct))),
        GenChoice.Maybe(GenText.Any),
        GenChoice.Maybe(GenText.Any),
        GenChoice.Maybe(GenText.Any),
        GenText.Extras,
        (type, path, mode, name, version, description, extras) => new Output
        {
            Type = type,
            Path = path,
            Mode = mode,
            AssetName = name,
            AssetVersion = version,
            Description = description,
            AdditionalProperties = extras,
        });

    /// <summary>Data of a known type, with a path.</summary>
    public static Gen<DataInput> PlainData { get; } = Gen.Select(
        Gen.OneOf(InputType.UriFile, InputType.UriFolder, InputType.MLTable, InputType.CustomModel, InputType.MlflowModel, InputType.TritonModel),
        Path.Where(path => path.Kind != AssetPathKind.Binding),
        Gen.OneOf(default, InputMode.ReadOnlyMount, InputMode.Download, InputMode.Direct),
        GenChoice.Maybe(GenText.Any),
        (type, path, mode, description) => new DataInput { Type = type, Path = path, Mode = mode, Description = description });

    /// <summary>Inputs as a map holds them and as every dialect can say them: of a known type, data with a path.</summary>
    public static Gen<Input> PlainInput { get; } = Gen.Frequency(
        (1, GenText.Any.Select(text => (Input)new LiteralInput { Value = text })),
        (1, Gen.Select(GenText.Any, GenText.Some, (text, description) => (Input)new LiteralInput { Value = text, Description = description })),
        (2, PlainData.Select(data => (Input)data)));

    /// <summary>Outputs of a known type, as every dialect can say them.</summary>
    public static Gen<Output> PlainOutput { get; } = Gen.Select(
        Gen.OneOf(OutputType.UriFile, OutputType.UriFolder, OutputType.MLTable, OutputType.CustomModel, OutputType.MlflowModel),
        GenChoice.Maybe(Path.Where(path => path.Kind != AssetPathKind.Binding)),
        Gen.OneOf(default, OutputMode.ReadWriteMount, OutputMode.Upload, OutputMode.Direct),
        GenChoice.Maybe(GenText.Any),
        GenChoice.Maybe(GenText.Any),
        (type, path, mode, name, version) => new Output { Type = type, Path = path, Mode = mode, AssetName = name, AssetVersion = version });

    /// <summary>Settings of Spark, of each type that C# can say.</summary>
    public static Gen<SparkSetting> Setting { get; } = Gen.Frequency(
        (2, GenText.Any.Select(text => (SparkSetting)text)),
        (1, Gen.Int.Select(number => (SparkSetting)number)),
        (1, Gen.Double[-1e9, 1e9].Select(number => (SparkSetting)number)),
        (1, Gen.Bool.Select(flag => (SparkSetting)flag)));

    public static Gen<Input> Input { get; } = Gen.Frequency((1, _literal), (1, _typed), (2, Data.Select(data => (Input)data)));

    public static Gen<Output> Output { get; } = _output;

    public static Gen<ValueMap<Input>> Inputs { get; } = GenText.Map(Input);

    public static Gen<ValueMap<Output>> Outputs { get; } = GenText.Map(Output);

    /// <summary>Plain commands, and commands with an input and an output in their holes.</summary>
    public static Gen<CommandText> Command { get; } = Gen.Frequency(
        (1, GenText.Any.Select(text => (CommandText)text)),
        (1, Gen.Select(GenText.Any, Input, Output, (text, input, output) => Interpolate(text, input.Named("held in"), output.Named("held out")))));

    private static CommandText Interpolate(string text, Input input, Output output) => $"{text} --in {input} --out {output}";
}
