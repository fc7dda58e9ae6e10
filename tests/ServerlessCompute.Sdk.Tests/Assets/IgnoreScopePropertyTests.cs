using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;

namespace ServerlessCompute;

/// <summary>
/// Leaving ignored folders unvisited changes nothing. The judge is the plain rule: every file is tried against every pattern, the
/// patterns being regular expressions written from the rules' text. A long run:
/// <c>CsCheck_Iter=1000000 dotnet test --filter Name~Walk_OverRandomTrees</c>.
/// </summary>
public sealed class IgnoreScopePropertyTests
{
    private const string Program = """
        from azure.ai.ml._utils._pathspec import GitWildMatchPattern, normalize_file
        for line in INPUT.split("\n"):
            text, paths = json.loads(line)
            try:
                pattern = GitWildMatchPattern(text.rstrip())
            except Exception:
                print("error")
                continue
            if pattern.include is None:
                print("-")
            else:
                print(("" if pattern.include else "!") + "".join("0" if pattern.match_file(normalize_file(path)) is None else "1" for path in paths))
        """;

    private static readonly Gen<string> _name = Gen.OneOf("a", "b", "ab", "x.py", "c.log", "-", "]", "B", "b\U0001F600");

    private static readonly Gen<string> _segment = Gen.Frequency(
        (4, _name),
        (2, Gen.OneOf("*", "**", "a*", "*b", "?", "*.py", "*.*", "[a-b]", "[!a]", "[!]a]", "[^b]", "[ab", "\\a", "")),
        (1, Gen.Char["ab*?[]!^-\\"].Array[0, 5].Select(c => new string(c))));

    private static readonly Gen<string> _pattern =
        from segments in _segment.Array[1, 4]
        from leading in Gen.OneOf("", "", "", "/", "!", "!", "!/")
        from trailing in Gen.OneOf("", "", "/")
        select leading + string.Join('/', segments) + trailing;

    private static readonly Gen<string> _path = _name.Array[1, 5].Select(names => string.Join('/', names));

    [Test]
    public void Walk_OverRandomTrees_EqualsTheRulePerFile()
    {
        Gen.Select(_pattern.Array[0, 6], _path.Array[1, 40]).Sample(
            (lines, paths) =>
            {
                string[] valid = [.. lines.Where(IsPattern)];
                (Regex Regex, bool Negated)[] rules = [.. valid.Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#' && l is not "/").Select(ToRule)];
                IEnumerable<string> expected = paths.Distinct().Where(p => !IsIgnored(p, rules)).Order(StringComparer.Ordinal);
                IEnumerable<string> found = Walk(paths.Distinct(), valid).Order(StringComparer.Ordinal);
                return expected.SequenceEqual(found, StringComparer.Ordinal);
            },
            iter: Math.Max(30_000, Check.Iter),
            print: t => $"patterns {string.Join(" | ", t.Item1)}; paths {string.Join(" | ", t.Item2)}");
    }

    [Test]
    public async Task Patterns_OverRandomPaths_EqualTheReferences()
    {
        var cases = new List<(string Line, string[] Paths)>();
        Gen.Select(_pattern, _path.Array[1, 8]).Sample((line, paths) => cases.Add((line, paths)), iter: Math.Max(3_000, Check.Iter), threads: 1);

        string[] expected = (await PythonWithReference.RunAsync(Program, string.Join('\n', cases.Select(c => $"[{JsonSerializer.Serialize(c.Line)},{JsonSerializer.Serialize(c.Paths)}]"))))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(cases.Select(c => $"{c.Line} {Judge(c.Line, c.Paths)}"), Is.EqualTo(cases.Zip(expected, (c, line) => $"{c.Line} {line}")));
    }

    /// <summary>For each path a digit; <c>-</c> for a line that does nothing, <c>error</c> for one that is no pattern.</summary>
    private static string Judge(string line, string[] paths)
    {
        try
        {
            return IgnorePattern.Parse(line) is { } pattern
                ? (pattern.Negated ? "!" : "") + string.Concat(paths.Select(path => Matches(pattern, path) ? '1' : '0'))
                : "-";
        }
        catch (FormatException)
        {
            return "error";
        }
    }

    private static bool Matches(IgnorePattern pattern, string path)
    {
        string[] names = path.Split('/');
        return names.SkipLast(1).Aggregate(IgnoreScope.Root([pattern with { Negated = false }]), (scope, name) => scope.Enter(name)).Ignores(names[^1]);
    }

    private static bool IsPattern(string line)
    {
        try
        {
            IgnorePattern.Parse(line);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>As <see cref="SnapshotWalker"/> does it, over paths instead of folders. A name may be a file and a folder at once here.</summary>
    private static List<string> Walk(IEnumerable<string> paths, string[] lines)
    {
        var found = new List<string>();
        Visit(IgnoreScope.Root(lines.Select(IgnorePattern.Parse).OfType<IgnorePattern>()), "", [.. paths]);
        return found;

        void Visit(IgnoreScope scope, string prefix, List<string> rest)
        {
            found.AddRange(rest.Where(p => !p.Contains('/') && !scope.Ignores(p)).Select(p => prefix + p));
            foreach (IGrouping<string, string> folder in rest.Where(p => p.Contains('/')).GroupBy(p => p[..p.IndexOf('/')], StringComparer.Ordinal))
            {
                IgnoreScope inner = scope.Enter(folder.Key);
                if (!inner.IgnoresEverything)
                {
                    Visit(inner, prefix + folder.Key + '/', [.. folder.Select(p => p[(folder.Key.Length + 1)..])]);
                }
            }
        }
    }

    private static bool IsIgnored(string path, (Regex Regex, bool Negated)[] rules)
    {
        string text = AsUtf32(path);
        return Array.FindLast(rules, rule => rule.Regex.IsMatch(text)) is { Regex: not null, Negated: false };
    }

    private static (Regex Regex, bool Negated) ToRule(string line) =>
        (new Regex(ToRegex(line[0] == '!' ? line[1..] : line), RegexOptions.Singleline | RegexOptions.CultureInvariant), line[0] == '!');

    /// <summary>Regular expressions of .NET see UTF-16; one private character stands for each that needs two.</summary>
    private static string AsUtf32(string text) => text.Replace("\U0001F600", "\uE000", StringComparison.Ordinal);

    private static string ToRegex(string pattern)
    {
        List<string> segments = [.. AsUtf32(pattern).Split('/')];
        for (int i = segments.Count - 1; i > 0; i--)
        {
            if (segments[i] is "**" && segments[i - 1] is "**")
            {
                segments.RemoveAt(i);
            }
        }

        if (segments is ["**", ""])
        {
            return "^.+/.*$";
        }

        if (segments[0] is "")
        {
            segments.RemoveAt(0);
        }
        else if (segments.Count == 1 || segments is [_, ""])
        {
            if (segments[0] is not "**")
            {
                segments.Insert(0, "**");
            }
        }

        if (segments.Count > 1 && segments[^1] is "")
        {
            segments[^1] = "**";
        }

        var regex = new StringBuilder("^");
        bool slash = false;
        for (int i = 0; i < segments.Count; i++)
        {
            bool last = i == segments.Count - 1;
            if (segments[i] is "**")
            {
                regex.Append(i == 0 ? (last ? ".+" : "(?:.+/)?") : last ? "/.*" : "(?:/.+)?");
                slash = i > 0;
                continue;
            }

            regex.Append(slash ? "/" : "").Append(segments[i] is "*" ? "[^/]+" : Glob(segments[i])).Append(last ? "(?:/.*)?" : "");
            slash = true;
        }

        return regex.Append("\\z").ToString();
    }

    private static string Glob(string segment)
    {
        var regex = new StringBuilder();
        for (int i = 0; i < segment.Length; i++)
        {
            if (segment[i] == '\\')
            {
                regex.Append(Regex.Escape(segment[++i].ToString()));
            }
            else if (segment[i] == '[' && Close(segment, i) is int close and > 0)
            {
                bool negated = segment[i + 1] == '!';
                regex.Append(negated ? "[^" : "[").Append(ClassOf(segment[(negated ? i + 2 : i + 1)..close])).Append(']');
                i = close;
            }
            else
            {
                regex.Append(segment[i] switch { '*' => "[^/]*", '?' => "[^/]", char c => Regex.Escape(c.ToString()).Replace("]", "\\]", StringComparison.Ordinal) });
            }
        }

        return regex.ToString();
    }

    /// <summary>A closing bracket in the first place is a member; -1 when there is no other.</summary>
    private static int Close(string segment, int open)
    {
        int first = open + (segment.AsSpan(open).StartsWith("[!") ? 2 : 1);
        return first < segment.Length ? segment.IndexOf(']', first + 1) is var later && segment[first] == ']' ? later : segment.IndexOf(']', first) : -1;
    }

    private static string ClassOf(string set)
    {
        var members = new StringBuilder();
        for (int i = 0; i < set.Length; i++)
        {
            bool range = i + 2 < set.Length && set[i + 1] == '-';
            members.Append(Hex(set[i])).Append(range ? "-" + Hex(set[i + 2]) : "");
            i += range ? 2 : 0;
        }

        return members.ToString();

        static string Hex(char c) => $"\\u{(int)c:x4}";
    }
}
