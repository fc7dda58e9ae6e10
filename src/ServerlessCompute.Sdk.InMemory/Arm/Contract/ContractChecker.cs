using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>One pass over a body along its model. Nothing is allocated unless there is a problem.</summary>
internal ref struct ContractChecker(ReadOnlySpan<byte> body, ApiVersion version, Strictness strictness, List<ContractProblem> problems)
{
    private readonly ReadOnlySpan<byte> _body = body;
    private readonly bool _strict = strictness == Strictness.Contract;
    private Depths _depths;
    private int _depth;

    public void CheckBody(string model)
    {
        var reader = new Utf8JsonReader(_body);
        if (!reader.Read())
        {
            return;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            problems.Add(new ContractProblem("body", $"expected an object, got {Told(reader.TokenType)}."));
            return;
        }

        CheckObject(ref reader, ContractModels.Model(model));
        while (reader.Read())
        {
            // What follows the body makes the reader throw.
        }
    }

    private void CheckObject(ref Utf8JsonReader reader, ContractModel model)
    {
        if (model.Discriminator is not null)
        {
            if (Decide(reader, model, model.Discriminator) is not { } decided)
            {
                Pass(ref reader);
                return;
            }

            model = ContractModels.Model(decided);
        }

        IReadOnlyList<ContractMember> members = model.Members;
        ulong present = 0;
        int expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            Enter(reader.TokenStartIndex);
            int index = Find(ref reader, members, expected);
            string? unknown = index < 0 && _strict ? reader.GetString() : null;
            reader.Read();
            if (index >= 0)
            {
                expected = index + 1;
                present |= reader.TokenType == JsonTokenType.Null ? 0 : 1UL << index;
                CheckMember(ref reader, members[index]);
            }
            else
            {
                if (unknown is not null)
                {
                    Report($"the contract of {version.Text} has no member '{unknown}' here.");
                }

                Pass(ref reader);
            }

            _depth--;
        }

        for (int i = 0; i < members.Count; i++)
        {
            if (members[i].IsRequired && (present >> i & 1) == 0)
            {
                Report($"the required member '{members[i].Name}' is missing.", members[i].Name);
            }
        }
    }

    /// <summary>Reads ahead to the member that decides, and gives the model's name; null when there is nothing to look into.</summary>
    private readonly string? Decide(Utf8JsonReader reader, ContractModel model, string member)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool decides = reader.ValueTextEquals(member);
            reader.Read();
            if (decides && reader.TokenType == JsonTokenType.String)
            {
                foreach (ContractChoice choice in model.Choices)
                {
                    if (reader.ValueTextEquals(choice.Word) || (!_strict && string.Equals(reader.GetString(), choice.Word, StringComparison.OrdinalIgnoreCase)))
                    {
                        if (_strict && !Knows(choice.Since))
                        {
                            Report($"api-version {version.Text} does not know '{choice.Word}'.", member);
                        }

                        return choice.Model;
                    }
                }

                Report($"'{reader.GetString()}' is none of {string.Join(", ", model.Choices.Select(static c => c.Word))}.", member);
                return null;
            }

            Pass(ref reader);
        }

        Report($"the required member '{member}' is missing. It is one of {string.Join(", ", model.Choices.Select(static c => c.Word))}.", member);
        return null;
    }

    private void CheckMember(ref Utf8JsonReader reader, ContractMember member)
    {
        if (_strict && !Knows(member.Since))
        {
            Report($"api-version {version.Text} does not know this member.");
        }

        if (member.IsReadOnly)
        {
            Pass(ref reader);
        }
        else if (reader.TokenType == JsonTokenType.Null)
        {
            // A missing required member is told once, behind the object.
            if (!member.MayBeNull && _strict && !member.IsRequired)
            {
                Report("must not be null; leave it out instead.");
            }
        }
        else if (CheckValue(ref reader, member.Shape))
        {
            CheckForm(ref reader, member);
        }
    }

    /// <summary>Checks a value that is not null and leaves the reader at its end.</summary>
    private bool CheckValue(ref Utf8JsonReader reader, ContractShape shape)
    {
        JsonTokenType token = reader.TokenType;
        switch (shape.Type)
        {
            case ContractType.Text when token == JsonTokenType.String || IsScalar(token):
            case ContractType.Number when token == JsonTokenType.Number:
            case ContractType.Boolean when token is JsonTokenType.True or JsonTokenType.False:
            case ContractType.Integer when token == JsonTokenType.Number && reader.TryGetInt32(out _):
            case ContractType.Long when token == JsonTokenType.Number && reader.TryGetInt64(out _):
                CheckEscapes(ref reader);
                return true;
            case ContractType.Word when token == JsonTokenType.String:
                return CheckWord(ref reader, shape.Name!);
            case ContractType.Duration when token == JsonTokenType.String:
                return CheckDuration(ref reader);
            case ContractType.Uuid when token == JsonTokenType.String || IsScalar(token):
                return CheckUuid(ref reader);
            case ContractType.Any:
                Pass(ref reader);
                return true;
            case ContractType.Model when token == JsonTokenType.StartObject:
                CheckObject(ref reader, ContractModels.Model(shape.Name!));
                return true;
            case ContractType.Map when token == JsonTokenType.StartObject:
                CheckItems(ref reader, shape, JsonTokenType.EndObject);
                return true;
            case ContractType.List when token == JsonTokenType.StartArray:
                CheckItems(ref reader, shape, JsonTokenType.EndArray);
                return true;
            default:
                Report($"expected {Told(shape)}, got {Told(token)}.");
                Pass(ref reader);
                return false;
        }
    }

    private void CheckItems(ref Utf8JsonReader reader, ContractShape shape, JsonTokenType end)
    {
        while (reader.Read() && reader.TokenType != end)
        {
            Enter(reader.TokenType == JsonTokenType.PropertyName ? reader.TokenStartIndex : -1);
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                CheckEscapes(ref reader);
                reader.Read();
            }

            if (reader.TokenType != JsonTokenType.Null)
            {
                CheckValue(ref reader, shape.Items!);
            }
            else if (!shape.ItemsMayBeNull && _strict)
            {
                Report("must not be null.");
            }

            _depth--;
        }
    }

    /// <summary>The sets of words are open (the contract says so) and their case does not matter (recorded); the strict reading has neither.</summary>
    private readonly bool CheckWord(ref Utf8JsonReader reader, string name)
    {
        string[] words = ContractModels.Words(name);
        if (_strict && Array.IndexOf(words, reader.GetString()) < 0)
        {
            Report($"'{reader.GetString()}' is none of {string.Join(", ", words)}.");
        }

        CheckEscapes(ref reader);
        return true;
    }

    private readonly bool CheckDuration(ref Utf8JsonReader reader)
    {
        string text = reader.GetString()!;
        if (IsoDuration.TryParse(text, out TimeSpan duration) && duration >= TimeSpan.Zero)
        {
            return true;
        }

        Report($"'{text}' is not a duration of ISO 8601, for example PT1H30M or P1D.");
        return false;
    }

    private readonly bool CheckUuid(ref Utf8JsonReader reader)
    {
        CheckEscapes(ref reader);
        if (_strict && !Guid.TryParseExact(reader.GetString(), "D", out _))
        {
            Report($"'{reader.GetString()}' is not a UUID.");
            return false;
        }

        return true;
    }

    private readonly void CheckForm(ref Utf8JsonReader reader, ContractMember member)
    {
        if (reader.TokenType != JsonTokenType.String || !(member.IsNonblank || member.IsSize))
        {
            return;
        }

        string text = reader.GetString()!;
        if (member.IsSize && !IsSize(text))
        {
            Report($"'{text}' is not a size: a number with b, k, m or g behind it, for example 2g.");
        }

        // A literal of signs alone, such as "-", is sent by clients and taken; the contract's letter forbids it.
        bool empty = _strict ? !text.Any(static c => char.IsAsciiLetterOrDigit(c) || c == '_') : member.Name != "value" && string.IsNullOrWhiteSpace(text);
        if (member.IsNonblank && empty)
        {
            Report("must hold at least one letter, digit or underscore.");
        }
    }

    private static bool IsSize(string text)
    {
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i - 1]) && "bBkKmMgG".Contains(text[i], StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes to the end of a value that is not looked into.</summary>
    private static void Pass(ref Utf8JsonReader reader)
    {
        CheckEscapes(ref reader);
        int depth = reader.CurrentDepth;
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.CurrentDepth > depth)
            {
                CheckEscapes(ref reader);
            }
        }
    }

    /// <summary>Makes the reader throw for escapes that make no character: nobody could read them later.</summary>
    public static void CheckEscapes(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
        {
            reader.GetString();
        }
    }

    private static int Find(ref Utf8JsonReader reader, IReadOnlyList<ContractMember> members, int expected)
    {
        for (int i = 0; i < members.Count; i++)
        {
            int candidate = expected + i < members.Count ? expected + i : expected + i - members.Count;
            if (reader.ValueTextEquals(members[candidate].Utf8Name))
            {
                return candidate;
            }
        }

        return -1;
    }

    private readonly bool IsScalar(JsonTokenType token) => !_strict && token is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False;

    private readonly bool Knows(JobMembers since) => since == JobMembers.None || version.JobMembers.HasFlag(since);

    /// <summary>Remembers where a member's name begins (-1 for an item of a list), so that a problem can say its path.</summary>
    private void Enter(long start) => _depths[_depth++] = (int)start;

    private readonly void Report(string message, string? last = null)
    {
        var path = new StringBuilder();
        for (int i = 0; i < _depth; i++)
        {
            int start = _depths[i];
            if (start < 0)
            {
                path.Append("[]");
                continue;
            }

            var name = new Utf8JsonReader(_body[start..], isFinalBlock: false, state: default);
            name.Read();
            path.Append(path.Length > 0 ? "." : "").Append(name.GetString());
        }

        if (last is not null)
        {
            path.Append(path.Length > 0 ? "." : "").Append(last);
        }

        problems.Add(new ContractProblem(path.Length == 0 ? "body" : path.ToString(), message));
    }

    private static string Told(JsonTokenType token) => token switch
    {
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        _ => "null",
    };

    private static string Told(ContractShape shape) => shape.Type switch
    {
        ContractType.Text => "a string",
        ContractType.Uuid => "a UUID",
        ContractType.Integer or ContractType.Long => "a whole number",
        ContractType.Number => "a number",
        ContractType.Boolean => "true or false",
        ContractType.Duration => "a duration such as PT1H",
        ContractType.Word => $"one of {string.Join(", ", ContractModels.Words(shape.Name!))}",
        ContractType.List => "a list",
        _ => "an object",
    };

    [System.Runtime.CompilerServices.InlineArray(64)]
    private struct Depths
    {
        private int _first;
    }
}
