using YamlDotNet.Core;

namespace ServerlessCompute;

/// <summary>The tags that PyYAML's safe loader makes plain values of.</summary>
internal static class YamlTags
{
    private const string Prefix = "tag:yaml.org,2002:";

    public static bool IsMap(TagName tag) => IsOf(tag, "map");

    public static bool IsList(TagName tag) => IsOf(tag, "seq");

    /// <summary>What a scalar with that tag is; null when it is none of a job's values.</summary>
    public static ScalarKind? KindOf(TagName tag) => tag.Value switch
    {
        Prefix + "str" => ScalarKind.Text,
        Prefix + "null" => ScalarKind.Null,
        Prefix + "bool" => ScalarKind.Flag,
        Prefix + "int" => ScalarKind.Integer,
        Prefix + "float" => ScalarKind.Number,
        Prefix + "timestamp" => ScalarKind.Date,
        _ => null,
    };

    private static bool IsOf(TagName tag, string kind) => tag.IsEmpty || tag.IsNonSpecific || tag.Value == Prefix + kind;
}
