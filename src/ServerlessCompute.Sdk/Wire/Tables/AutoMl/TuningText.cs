using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// A value or a distribution of a setting as the contract has it: a text, <c>yolov5</c>, <c>0.01</c>, <c>True</c>,
/// <c>choice('small','medium')</c>, <c>uniform(0.001,0.01)</c>. Whatever is not spelled exactly so is kept as the text that came.
/// </summary>
internal static class TuningText
{
    private const string Choice = "choice";

    public static string Write(SearchValue value, TuningKind kind) => value switch
    {
        { Space: ChoiceSearchSpace choice } => Call(Choice, Choices(choice.Values, kind)),
        { Space: UnknownSearchSpace unknown } => unknown.Value.Text ?? unknown.Value.ToString(),
        { Space: { } space } when SearchSpaceRest.Write(space) is TreeList { Items: [_, TreeList { Items: var numbers }] } =>
            Call(space.Kind, numbers.Select(number => Scalar((TreeScalar)number))),
        { Branch: { } branch } => TreeJson.ToRaw(new SearchValueForm().Write(value, Dialect.Step)).ToString(),
        _ when TreeJson.Read(value.Constant) is TreeScalar scalar => Scalar(kind == TuningKind.Number ? AsReal(scalar) : scalar),
        _ => value.Constant.ToString(),
    };

    public static SearchValue Read(string text, TuningKind kind)
    {
        foreach (bool asWritten in new[] { false, true })
        {
            if (Parse(text, kind, asWritten) is { } value && Write(value, kind) == text)
            {
                return value;
            }
        }

        return text;
    }

    private static string Call(string name, IEnumerable<string> arguments) => $"{name}({string.Join(',', arguments)})";

    /// <summary>Among numbers with a point, all have one.</summary>
    private static IEnumerable<string> Choices(ValueList<SearchValue> values, TuningKind kind)
    {
        TreeScalar?[] scalars = [.. values.Select(value => value.Space is null && value.Branch is null ? TreeJson.Read(value.Constant) as TreeScalar : null)];
        bool hasReal = kind == TuningKind.Number && Array.Exists(scalars, scalar => scalar?.Kind == ScalarKind.Number);
        return scalars.Select((scalar, i) => scalar switch
        {
            null => Write(values[i], kind),
            { Kind: ScalarKind.Text } => $"'{scalar.Text}'",
            _ => Scalar(hasReal ? AsReal(scalar) : scalar),
        });
    }

    private static TreeScalar AsReal(TreeScalar scalar) => scalar.Kind == ScalarKind.Integer ? TreeScalar.Of(scalar.AsDouble()) : scalar;

    private static string Scalar(TreeScalar scalar) => scalar.Kind == ScalarKind.Number ? WithoutExponent(scalar.Literal) : scalar.Literal;

    /// <summary><c>1e-05</c> as <c>0.00001</c>.</summary>
    private static string WithoutExponent(string number)
    {
        int at = number.IndexOf('e', StringComparison.Ordinal);
        if (at < 0 || !int.TryParse(number.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int exponent))
        {
            return number;
        }

        bool isNegative = number[0] == '-';
        string mantissa = number[(isNegative ? 1 : 0)..at];
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        string digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        int whole = (point < 0 ? digits.Length : point) + exponent;
        string plain = whole <= 0 ? $"0.{new string('0', -whole)}{digits}"
            : whole >= digits.Length ? digits + new string('0', whole - digits.Length)
            : $"{digits[..whole]}.{digits[whole..]}";
        return isNegative ? "-" + plain : plain;
    }

    private static SearchValue? Parse(string text, TuningKind kind, bool asWritten)
    {
        int open = text.IndexOf('(', StringComparison.Ordinal);
        if (open <= 0 || text[^1] != ')')
        {
            return Constant(text, kind, asWritten);
        }

        string name = text[..open];
        string[] arguments = Split(text[(open + 1)..^1]);
        if (name == Choice)
        {
            SearchValue?[] values = [.. arguments.Select(argument => argument is ['\'', .., '\''] ? argument[1..^1] : Constant(argument, kind is TuningKind.Text or TuningKind.Word ? TuningKind.Number : kind, asWritten))];
            return Array.Exists(values, value => value is null) ? null : (SearchValue)new ChoiceSearchSpace { Values = values.Select(value => value!).ToArray() };
        }

        if (kind is not (TuningKind.Integer or TuningKind.Number))
        {
            return Constant(text, kind, asWritten);
        }

        TreeScalar?[] numbers = [.. arguments.Select(argument => Number(argument))];
        return !Array.Exists(numbers, number => number is null) && SearchSpaceRest.Read(new TreeList([name, new TreeList(numbers!)])) is var space and not UnknownSearchSpace
            ? (SearchValue)space
            : null;
    }

    private static SearchValue? Constant(string text, TuningKind kind, bool asWritten) => kind switch
    {
        TuningKind.Text or TuningKind.Word => text,
        TuningKind.Flag => text is "True" or "False" ? text == "True" : null,
        _ when Number(text) is { } number => SearchValue.Of(asWritten ? TreeJson.ToRaw(number) : Plain(number)),
        _ => null,
    };

    /// <summary>A number as C# makes one.</summary>
    public static RawJson Plain(TreeScalar number) =>
        number.Kind == ScalarKind.Integer && long.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) ? whole
        : double.IsFinite(number.AsDouble()) ? (RawJson)number.AsDouble()
        : TreeJson.ToRaw(number);

    private static TreeScalar? Number(string text)
    {
        bool isNumber = double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value);
        bool isPlain = isNumber && text is [(>= '0' and <= '9') or '-', ..] and [.., >= '0' and <= '9'];
        return !isPlain ? null : new TreeScalar(text.Contains('.', StringComparison.Ordinal) ? ScalarKind.Number : ScalarKind.Integer, text);
    }

    /// <summary>The arguments of a call, at the commas that are not in quotes.</summary>
    private static string[] Split(string arguments)
    {
        var parts = new List<string>();
        int start = 0;
        bool isQuoted = false;
        for (int i = 0; i <= arguments.Length; i++)
        {
            if (i == arguments.Length || (arguments[i] == ',' && !isQuoted))
            {
                parts.Add(arguments[start..i]);
                start = i + 1;
            }
            else if (arguments[i] == '\'')
            {
                isQuoted = !isQuoted;
            }
        }

        return [.. parts];
    }
}
