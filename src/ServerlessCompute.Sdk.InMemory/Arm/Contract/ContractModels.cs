using System.Collections.Concurrent;
using System.Text;

namespace ServerlessCompute;

/// <summary>The models of <see cref="ContractTable"/>, each read when it is first needed: the first job of a process reads a dozen of them. Thread-safe.</summary>
internal static class ContractModels
{
    private static readonly ConcurrentDictionary<string, ContractModel> Models = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string[]> Enums = new(StringComparer.Ordinal);

    public static ContractModel Model(string name) => Models.GetOrAdd(name, static n => Read(n));

    /// <summary>The words of an enum, or none for a name that is not one.</summary>
    public static string[] Words(string name) =>
        Enums.GetOrAdd(name, static n => Block("enum", n) is { } block ? block[0].Split(' ')[2..] : []);

    private static ContractModel Read(string name)
    {
        if (Block("switch", name) is { } choice)
        {
            string[] words = choice[0].Split(' ');
            return new ContractModel
            {
                Name = name,
                Discriminator = words[2],
                Choices = [.. words[3..].Select(ReadChoice)],
            };
        }

        string[] lines = Block("model", name) ?? throw new InvalidOperationException($"The contract table has no model '{name}'.");
        return new ContractModel { Name = name, Members = [.. lines[1..].Select(ReadMember)] };
    }

    private static ContractChoice ReadChoice(string text)
    {
        string[] parts = text.Split('=', '[', ']');
        return new ContractChoice(parts[0], parts[1] == "-" ? null : parts[1], parts.Length > 2 ? Enum.Parse<JobMembers>(parts[2]) : JobMembers.None);
    }

    private static ContractMember ReadMember(string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool Says(string word) => Array.IndexOf(words, word, 2) >= 0;
        return new ContractMember
        {
            Name = words[0],
            Utf8Name = Encoding.UTF8.GetBytes(words[0]),
            Shape = ContractShape.Parse(words[1], static n => Words(n).Length > 0),
            IsRequired = Says("required"),
            MayBeNull = Says("null"),
            IsReadOnly = Says("readonly"),
            IsNonblank = Says("nonblank"),
            IsSize = Says("size"),
            Default = Array.Find(words, static w => w[0] == '=') is { } value ? Encoding.UTF8.GetBytes(value[1..]) : null,
            Since = words[^1][0] == '[' ? Enum.Parse<JobMembers>(words[^1][1..^1]) : JobMembers.None,
        };
    }

    /// <summary>The lines of a block of the table, the first of which names it, or null.</summary>
    private static string[]? Block(string kind, string name)
    {
        ReadOnlySpan<byte> text = ContractTable.Text;
        byte[] head = Encoding.UTF8.GetBytes($"{kind} {name}");
        for (int start = 0; start < text.Length;)
        {
            int found = text[start..].IndexOf(head);
            if (found < 0)
            {
                return null;
            }

            start += found;
            int end = start + head.Length;
            if ((start == 0 || text[start - 1] == '\n') && (end == text.Length || text[end] is (byte)' ' or (byte)'\n'))
            {
                do
                {
                    int line = text[end..].IndexOf((byte)'\n');
                    end = line < 0 ? text.Length : end + line + 1;
                }
                while (end < text.Length && text[end] == (byte)' ');
                return Encoding.UTF8.GetString(text[start..end]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            }

            start = end;
        }

        return null;
    }
}
