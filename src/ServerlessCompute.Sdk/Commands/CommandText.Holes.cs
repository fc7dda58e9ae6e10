using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ServerlessCompute;

/// <content>What may stand in a hole.</content>
public sealed partial class CommandText
{
    private const string NotAHole =
        "This cannot stand in a command. Use an Input<T>, Input.UriFile, Input.UriFolder, Output.…, Search.…, a text, a number or a truth value.";

    private const string NoFormat = "A command's hole takes no alignment and no format: format the value yourself and put the text in.";

    /// <summary>Used by the compiler.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendLiteral(string value) => Append(value);

    /// <summary>A text, spliced in as it is.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(string? value) => Append(value ?? "");

    /// <summary>Another command's text, with its inputs and outputs.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(CommandText value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Append(value.Text);
        _holes.AddRange(value._holes);
    }

    /// <summary>An input, referred to by its name.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(Input value, [CallerArgumentExpression(nameof(value))] string expression = "")
    {
        ArgumentNullException.ThrowIfNull(value);
        AppendHole(new CommandHole(value.PinnedName ?? HoleName.Of(expression), expression, Input: value));
    }

    /// <summary>A typed literal input, referred to by its name.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted<T>(Input<T> value, [CallerArgumentExpression(nameof(value))] string expression = "") =>
        AppendFormatted((Input)value, expression);

    /// <summary>Data, referred to by its name.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(DataInput value, [CallerArgumentExpression(nameof(value))] string expression = "") =>
        AppendFormatted((Input)value, expression);

    /// <summary>A literal input, referred to by its name.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(LiteralInput value, [CallerArgumentExpression(nameof(value))] string expression = "") =>
        AppendFormatted((Input)value, expression);

    /// <summary>A port of a pipeline, referred to by the variable's name, or by its own.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(Port value, [CallerArgumentExpression(nameof(value))] string expression = "")
    {
        ArgumentNullException.ThrowIfNull(value);
        AppendHole(new CommandHole(value.PinnedName ?? HoleName.Of(expression) ?? value.Name, expression, Input: value));
    }

    /// <summary>An output, referred to by its name.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(Output value, [CallerArgumentExpression(nameof(value))] string expression = "")
    {
        ArgumentNullException.ThrowIfNull(value);
        AppendHole(new CommandHole(value.PinnedName ?? HoleName.Of(expression), expression, Output: value));
    }

    /// <summary>A hyperparameter of a sweep, referred to by its name.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(SearchSpace value, [CallerArgumentExpression(nameof(value))] string expression = "")
    {
        ArgumentNullException.ThrowIfNull(value);
        AppendHole(new CommandHole(value.PinnedName ?? HoleName.Of(expression), expression, Space: value));
    }

    /// <summary>A truth value as text, <c>True</c> or <c>False</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(bool value) => Append(LiteralFormat.Format(value));

    /// <summary>A whole number as text.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(int value) => Append(LiteralFormat.Format(value));

    /// <summary>A whole number as text.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(long value) => Append(LiteralFormat.Format(value));

    /// <summary>A number as text, as Python's <c>str</c> spells it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(double value) => Append(LiteralFormat.Format(value));

    /// <summary>A number as text, as Python's <c>str</c> spells it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(float value) => Append(LiteralFormat.Format(value));

    /// <summary>A number as text.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(decimal value) => Append(LiteralFormat.Format(value));

    /// <summary>Refused: this type means nothing in a command.</summary>
    /// <remarks>Last among its equals: the overloads above have a parameter that the compiler fills in, which it would else hold against them.</remarks>
    [OverloadResolutionPriority(-1)]
    [Obsolete(NotAHole, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted<T>(T value) => throw new NotSupportedException(NotAHole);

    /// <summary>Refused: a hole takes no format.</summary>
    [Obsolete(NoFormat, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted<T>(T value, string format) => throw new NotSupportedException(NoFormat);

    /// <summary>Refused: a hole takes no alignment.</summary>
    [Obsolete(NoFormat, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted<T>(T value, int alignment) => throw new NotSupportedException(NoFormat);

    /// <summary>Refused: a hole takes no alignment and no format.</summary>
    [Obsolete(NoFormat, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted<T>(T value, int alignment, string format) => throw new NotSupportedException(NoFormat);

    private void AppendHole(CommandHole hole)
    {
        Append($"${{{{{hole.Scope}.{hole.Name ?? "?"}}}}}");
        _holes.Add(hole);
    }

    private void Append(string text)
    {
        if (_text is not null)
        {
            throw new InvalidOperationException("A command does not change once it was read.");
        }

        _building.Append(text);
    }
}
