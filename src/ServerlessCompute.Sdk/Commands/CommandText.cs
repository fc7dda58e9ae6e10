using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;

namespace ServerlessCompute;

/// <summary>
/// A command as it is written in C#: an interpolated string whose holes may be inputs and outputs, named by their variables, or plain
/// text, where <c>${{inputs.name}}</c> refers to an input by name. Inputs in <c>$[[ … ]]</c> are optional: the service leaves the
/// block out when one of them is missing.
/// </summary>
/// <remarks>
/// The C# compiler fills it while it evaluates an interpolated string; after that it does not change and is thread-safe. Equal when
/// the text for the service is equal.
/// </remarks>
/// <example>
/// <code>
/// Input&lt;double&gt; learningRate = 0.01;
/// CommandText command = $"python train.py --lr {learningRate}";   // python train.py --lr ${{inputs.learningRate}}
/// </code>
/// </example>
[InterpolatedStringHandler]
public sealed partial class CommandText : IEquatable<CommandText>
{
    private readonly StringBuilder _building;
    private readonly List<CommandHole> _holes = [];
    private string? _text;

    /// <summary>Used by the compiler.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public CommandText(int literalLength, int formattedCount) => _building = new StringBuilder(literalLength + (formattedCount * 24));

    private CommandText(string text)
    {
        _building = new StringBuilder(0);
        _text = text;
    }

    /// <summary>The command with no text, which the service refuses.</summary>
    public static CommandText Empty { get; } = new("");

    /// <summary>Whether there is nothing but white space.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>The text for the service, with <c>${{inputs.x}}</c> and <c>${{outputs.x}}</c> in the holes' places.</summary>
    public string Text => _text ??= _building.ToString();

    internal IReadOnlyList<CommandHole> Holes => _holes;

    /// <summary>Takes plain text as it is.</summary>
    public static implicit operator CommandText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new CommandText(text);
    }

    /// <summary>Whether both say the same to the service.</summary>
    public static bool operator ==(CommandText? left, CommandText? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they differ in what they say to the service.</summary>
    public static bool operator !=(CommandText? left, CommandText? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(CommandText? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommandText);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The text for the service.</summary>
    public override string ToString() => Text;
}
