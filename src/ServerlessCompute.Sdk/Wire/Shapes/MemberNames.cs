using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What a member is called in each dialect; null where it has no place. Immutable.</summary>
/// <param name="rest">In REST.</param>
/// <param name="step">In steps and specifications.</param>
/// <param name="yaml">In YAML.</param>
internal sealed class MemberNames(string? rest, string? step, string? yaml)
{
    private readonly JsonEncodedText? _rest = rest is null ? null : JsonEncodedText.Encode(rest);

    public JsonEncodedText Rest => _rest ?? throw new InvalidOperationException($"'{Step ?? Yaml}' has no name in REST.");

    public bool IsInRest => _rest is not null;

    public string? Step { get; } = step;

    public string? Yaml { get; } = yaml;

    /// <summary>Other names that YAML knows the member by.</summary>
    public string[] Aliases { get; init; } = [];

    /// <summary>A name of REST, which the others spell with underscores.</summary>
    public static implicit operator MemberNames(string rest) => Of(rest);

    /// <summary>A name of REST, which the others spell with underscores unless they say something else.</summary>
    public static MemberNames Of(string rest, string? step = null, string? yaml = null, params string[] aliases)
    {
        string snake = Snake(rest);
        return new MemberNames(rest, step ?? snake, yaml ?? step ?? snake) { Aliases = aliases };
    }

    /// <summary>A member that REST knows and the others do not.</summary>
    public static MemberNames RestOnly(string rest) => new(rest, null, null);

    /// <summary>A member that REST does not know, or that is written there by hand.</summary>
    public static MemberNames NotRest(string step, string? yaml = null, params string[] aliases) => new(null, step, yaml ?? step) { Aliases = aliases };

    /// <summary>A member of what people write, and of nothing that is sent under that name.</summary>
    public static MemberNames YamlOnly(string yaml, params string[] aliases) => new(null, null, yaml) { Aliases = aliases };

    /// <summary>A member of steps and specifications alone.</summary>
    public static MemberNames StepOnly(string step) => new(null, step, null);

    /// <summary>The name in a tree of that dialect.</summary>
    public string? In(Dialect dialect) => dialect switch
    {
        Dialect.Step => Step,
        Dialect.Yaml => Yaml,
        _ => _rest?.ToString(),
    };

    public bool IsCalled(string name, Dialect dialect) => name == In(dialect) || (dialect == Dialect.Yaml && Array.IndexOf(Aliases, name) >= 0);

    /// <summary><c>maxTotalTrials</c> as <c>max_total_trials</c>; <c>AUCWeighted</c>, whose first letters are one word, as <c>auc_weighted</c>.</summary>
    public static string Snake(string camel)
    {
        var snake = new StringBuilder(camel.Length + 8);
        for (int i = 0; i < camel.Length; i++)
        {
            char letter = camel[i];
            if (i > 0 && char.IsAsciiLetterUpper(letter) && (!char.IsAsciiLetterUpper(camel[i - 1]) || (i + 1 < camel.Length && char.IsAsciiLetterLower(camel[i + 1]))))
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }
}
