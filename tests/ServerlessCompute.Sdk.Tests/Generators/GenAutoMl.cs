using CsCheck;

namespace ServerlessCompute;

/// <summary>Parts of AutoML jobs that are written in a way of their own.</summary>
internal static class GenAutoMl
{
    private static readonly Gen<double> _real = Gen.OneOf(Gen.Double[-1e6, 1e6], Gen.Double[0, 1e-5], Gen.Int[-9, 9].Select(whole => (double)whole));

    private static readonly Gen<string> _name = Gen.String[Gen.Char.AlphaNumeric, 1, 8];

    public static Gen<AutoOrNumber> AutoOrNumber { get; } = Gen.OneOf(Gen.Const(ServerlessCompute.AutoOrNumber.Auto), Gen.Int.Select(number => (AutoOrNumber)number));

    public static Gen<TargetLags> Lags { get; } = GenText.List(Gen.Int).Select(lags => new TargetLags { Values = lags });

    /// <summary>Texts that are no numbers, which YAML takes for numbers; and numbers.</summary>
    public static Gen<RawJson> Parameter { get; } = Gen.OneOf(GenText.Any.Select(text => (RawJson)("x" + text)), _real.Select(number => (RawJson)number));

    /// <summary>Data of the one type that belongs somewhere.</summary>
    public static Gen<DataInput> Data(InputType type) => Gen.Select(
        Gen.Frequency((1, GenText.Some.Select(name => $"${{{{parent.inputs.{name}}}}}")), (3, _name.Select(name => $"azureml://datastores/{name}/paths/x/"))),
        Gen.OneOf(default, InputMode.ReadOnlyMount, InputMode.Direct),
        GenChoice.Maybe(GenText.Any),
        (path, mode, description) => new DataInput { Type = type, Path = path, Mode = mode, Description = description });

    public static Gen<ValueMap<ValueList<ColumnTransformer>>> Transformers(Gen<ValueList<ColumnTransformer>> list) => Gen.Select(list, list, Gen.Bool, (one, other, isLong) =>
        isLong ? (ValueMap<ValueList<ColumnTransformer>>)[new("Imputer", one), new("HashOneHotEncoder", other)] : [new("TfIdf", one)]);

    /// <summary>Values and distributions such as a setting takes.</summary>
    public static Gen<SearchValue> Tuning(TuningForm form)
    {
        Gen<SearchValue> constant = form.Kind switch
        {
            TuningKind.Integer => Gen.Int.Select(number => (SearchValue)number),
            TuningKind.Number => _real.Select(number => (SearchValue)number),
            TuningKind.Flag => Gen.Bool.Select(flag => (SearchValue)flag),
            TuningKind.Word => Gen.OneOf(form.Words).Select(word => (SearchValue)word),
            _ => _name.Select(text => (SearchValue)text),
        };
        Gen<SearchValue> choice = constant.Array[1, 3].Select(choices => (SearchValue)new ChoiceSearchSpace { Values = choices });
        Gen<SearchValue> spread = form.Kind switch
        {
            TuningKind.Integer => Gen.Int[1, 100].Select(upper => (SearchValue)Search.Randint(upper)),
            TuningKind.Number => Gen.Select(_real, _real, _real, (a, b, q) => (SearchValue)(q < 0 ? Search.Uniform(a, b) : Search.QNormal(a, b, q))),
            _ => choice,
        };
        return Gen.OneOf(constant, choice, spread);
    }
}
