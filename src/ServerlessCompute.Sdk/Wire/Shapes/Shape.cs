using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// The table of a noun: its members, each with its names and its form. From it the noun is read and written in every dialect, and as C#.
/// Filled where it is made, then it does not change; thread-safe.
/// </summary>
/// <typeparam name="T">The noun.</typeparam>
/// <param name="seed">The noun that says nothing but its defaults; what people write is read from there.</param>
/// <param name="sentSeed">What a document of the service starts from, where the service has other defaults than who writes to it.</param>
internal sealed class Shape<T>(T seed, T? sentSeed = null) : ValueForm<T>
    where T : JobPart
{
    private const string SchemaKey = "$schema";

    private readonly List<Member<T>> _members = [];
    private readonly List<string> _ignored = [];
    private readonly List<string> _nullable = [];
    private Func<Tree, TreeReader, Tree?>? _shortForm;
    private bool _keepsUnknown;
    private bool _dropsUnknown;
    private Func<TreeMap, TreeReader, TreeMap>? _mend;
    private Func<TreeMap, TreeMap>? _tidy;

    public T Seed { get; } = seed;

    public T SentSeed { get; } = sentSeed ?? seed;

    public IReadOnlyList<Member<T>> Members => _members;

    /// <summary>Adds a member.</summary>
    /// <param name="names">What it is called.</param>
    /// <param name="form">How its value is read and written.</param>
    /// <param name="get">Its property.</param>
    /// <param name="set">The noun with another value.</param>
    /// <param name="required">Whether YAML must say it.</param>
    /// <param name="takes">Whether a tree is for this member, where two members share a name.</param>
    /// <param name="property">The property's expression, which names it in C#.</param>
    public Shape<T> Add<TValue>(
        MemberNames names, ValueForm<TValue> form, Func<T, TValue?> get, Func<T, TValue, T> set, bool required = false, Func<Tree, bool>? takes = null, [CallerArgumentExpression(nameof(get))] string property = "")
    {
        _members.Add(new ValueMember<T, TValue>(names, property[(property.LastIndexOf('.') + 1)..], form, get, set) { IsRequired = required, Takes = takes });
        return this;
    }

    /// <summary>Adds a member whose value may be missing.</summary>
    /// <inheritdoc cref="Add{TValue}(MemberNames, ValueForm{TValue}, Func{T, TValue}, Func{T, TValue, T}, bool, Func{Tree, bool}, string)"/>
    public Shape<T> Add<TValue>(
        MemberNames names, ValueForm<TValue> form, Func<T, TValue?> get, Func<T, TValue?, T> set, bool required = false, Func<Tree, bool>? takes = null, [CallerArgumentExpression(nameof(get))] string property = "")
        where TValue : struct => Add<TValue?>(names, new OptionalForm<TValue>(form), get, set, required, takes, property);

    /// <summary>Adds the member that says which of several kinds the noun is, before all others.</summary>
    public Shape<T> AddConstant(MemberNames names, string rest, string? step = null, string? yaml = null)
    {
        _members.Insert(0, new ConstantMember<T>(names, rest, step ?? rest, yaml ?? MemberNames.Snake(rest)));
        return this;
    }

    /// <summary>Adds members that REST keeps in an object of its own, and the other dialects beside the rest.</summary>
    public Shape<T> AddGroup(string rest, Action<Shape<T>> fill)
    {
        var inner = new Shape<T>(Seed, SentSeed);
        fill(inner);
        _members.Add(new GroupMember<T>(rest, inner));
        return this;
    }

    /// <summary>Adds all members of another table.</summary>
    public Shape<T> Include(Action<Shape<T>> fill)
    {
        fill(this);
        return this;
    }

    /// <summary>Lets YAML write something shorter than a map; the function gives the map for it, or null when it is none of that.</summary>
    public Shape<T> WithShortForm(Func<Tree, TreeReader, Tree?> expand)
    {
        _shortForm = expand;
        return this;
    }

    /// <summary>Lets YAML write members that nobody knows: they are sent as they are, with a warning.</summary>
    public Shape<T> KeepUnknown()
    {
        _keepsUnknown = true;
        return this;
    }

    /// <summary>Lets YAML write members that nobody knows: they are left out, with a warning.</summary>
    public Shape<T> DropUnknown()
    {
        _dropsUnknown = true;
        return this;
    }

    /// <summary>Brings the maps of YAML into the usual form before they are read: what is shorter there, or old.</summary>
    public Shape<T> WithMend(Func<TreeMap, TreeReader, TreeMap> mend)
    {
        Func<TreeMap, TreeReader, TreeMap>? before = _mend;
        _mend = before is null ? mend : (map, reader) => mend(before(map, reader), reader);
        return this;
    }

    /// <summary>Brings the maps of YAML into the form in which people write them, which the mend takes back.</summary>
    public Shape<T> WithTidy(Func<TreeMap, TreeMap> tidy)
    {
        _tidy = tidy;
        return this;
    }

    /// <summary>Names that YAML may have although they say nothing: what the command line shows and does not read.</summary>
    public Shape<T> Ignore(params ReadOnlySpan<string> names)
    {
        _ignored.AddRange(names);
        return this;
    }

    /// <summary>Names that YAML may have without a value. Of all others it is a mistake.</summary>
    public Shape<T> AllowNull(params ReadOnlySpan<string> names)
    {
        _nullable.AddRange(names);
        return this;
    }

    public override bool IsUnset(T value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, T value)
    {
        writer.WriteStartObject();
        WriteRestMembers(writer, value);
        writer.WriteExtras(Extras(value));
        writer.WriteEndObject();
    }

    public void WriteRestMembers(Utf8JsonWriter writer, T value)
    {
        foreach (Member<T> member in _members)
        {
            if (member.Names.IsInRest)
            {
                member.WriteRest(writer, value);
            }
        }
    }

    public override T ReadRest(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        T noun = SentSeed;
        var extras = default(WireExtras);
        while (reader.NextMember())
        {
            _ = TryTakeRest(ref reader, ref noun) || extras.Take(ref reader);
        }

        return WithExtras(noun, extras.ToMap());
    }

    /// <summary>What nobody knows of the noun itself, without what belongs into one of its groups.</summary>
    public ValueMap<RawJson> Extras(T noun)
    {
        ValueMap<RawJson> extras = noun.AdditionalProperties;
        foreach (Member<T> member in _members)
        {
            extras = member is GroupMember<T> && extras.Count > 0 ? extras.Without(member.Names.Rest.ToString()) : extras;
        }

        return extras;
    }

    /// <summary>The noun with more that nobody knows.</summary>
    public static T WithExtras(T noun, ValueMap<RawJson> more)
    {
        ValueMap<RawJson> all = noun.AdditionalProperties;
        foreach ((string name, RawJson value) in more)
        {
            all = all.With(name, value);
        }

        return more.Count == 0 ? noun : noun with { AdditionalProperties = all };
    }

    /// <summary>Takes the member at hand if it is one of these.</summary>
    public bool TryTakeRest(ref Utf8JsonReader reader, ref T noun)
    {
        foreach (Member<T> member in _members)
        {
            if (member.Names.IsInRest && reader.Is(member.Names.Rest))
            {
                noun = member.ReadRest(ref reader, noun);
                return true;
            }
        }

        return false;
    }

    public override Tree Write(T value, Dialect dialect)
    {
        var entries = new List<TreeEntry>();
        WriteMembers(value, dialect, entries);
        foreach ((string name, RawJson extra) in value.AdditionalProperties)
        {
            Tree tree = TreeJson.Read(extra);

            // YAML has no place for what nobody knows, but where it says that it has one, and for references in the places of values.
            if (dialect != Dialect.Yaml || (_keepsUnknown && (!_dropsUnknown || name.StartsWith('$'))))
            {
                entries.Add(new TreeEntry(name, tree));
            }
            else if (tree.IsBinding)
            {
                entries.Add(new TreeEntry(_members.Find(member => member.Names.Step == name)?.Names.Yaml ?? name, tree));
            }
        }

        return dialect == Dialect.Yaml && _tidy is not null ? _tidy(new TreeMap(entries)) : new TreeMap(entries);
    }

    public void WriteMembers(T value, Dialect dialect, List<TreeEntry> entries)
    {
        foreach (Member<T> member in _members)
        {
            if (member is GroupMember<T> group)
            {
                group.Inner.WriteMembers(value, dialect, entries);
            }
            else if (member.Names.In(dialect) is { } name && member.Write(value, dialect) is { } tree)
            {
                entries.Add(new TreeEntry(name, tree));
            }
        }
    }

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out T value)
    {
        bool isYaml = reader.Dialect == Dialect.Yaml;
        value = isYaml ? Seed : SentSeed;
        if (tree is not TreeMap && isYaml && _shortForm?.Invoke(tree, reader) is { } expanded)
        {
            tree = expanded;
        }

        if (tree is not TreeMap map)
        {
            return Wrong(tree, reader, "A map");
        }

        if (isYaml && _mend is not null)
        {
            map = _mend(map, reader);
        }

        bool readAll = ReadMembers(map, reader, ref value, out List<TreeEntry> others, out List<TreeEntry> bindings);
        if (isYaml)
        {
            bool takesUnknown = _keepsUnknown || _dropsUnknown;
            others.ForEach(other => UnknownNames.Report(other, this, reader, isWarning: takesUnknown));
            readAll &= takesUnknown || others.Count == 0;
            others = _dropsUnknown ? others.FindAll(other => other.Name.StartsWith('$')) : others;
        }

        others.AddRange(bindings);
        if (others.Count > 0 && (readAll || !isYaml))
        {
            value = value with { AdditionalProperties = ValueMap.From(others.Select(other => new KeyValuePair<string, RawJson>(other.Name, TreeJson.ToRaw(other.Value)))) };
        }

        return readAll || !isYaml;
    }

    /// <summary>Reads what it knows of a map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="noun">The noun so far; afterwards with what was read.</param>
    /// <param name="others">What it does not know; and of a document of the service, what is not of the form that it knows.</param>
    /// <param name="bindings">What is a reference where another value belongs, under the name that steps have for it.</param>
    /// <returns>Whether nothing was wrong with what it knows.</returns>
    private bool ReadMembers(TreeMap map, TreeReader reader, ref T noun, out List<TreeEntry> others, out List<TreeEntry> bindings)
    {
        bool readAll = true;
        others = [];
        bindings = [];
        foreach (TreeEntry entry in map.Entries)
        {
            if (Find(entry, reader.Dialect) is not { } member)
            {
                if (reader.Dialect != Dialect.Yaml || !((entry.Name == SchemaKey && !_keepsUnknown) || _ignored.Contains(entry.Name)))
                {
                    others.Add(entry);
                }

                continue;
            }

            if (reader.TakesBindings && entry.Value.IsBinding && !member.TryRead(entry.Value, new QuietReader(reader.Dialect), ref noun))
            {
                bindings.Add(entry with { Name = member.Names.Step ?? entry.Name });
                continue;
            }

            reader.Enter(entry.Name);
            bool isRead = entry.Value is TreeScalar { IsNull: true } ? MayBeNull(entry, reader) : member.TryRead(entry.Value, reader, ref noun);
            reader.Leave();
            if (!isRead && reader.Dialect != Dialect.Yaml)
            {
                others.Add(entry);
            }

            readAll &= isRead;
        }

        return DemandRequired(map, reader) && readAll;
    }

    /// <summary>The member that an entry is for; null when there is none.</summary>
    public Member<T>? Find(TreeEntry entry, Dialect dialect)
    {
        foreach (Member<T> member in _members)
        {
            Member<T>? found = member is GroupMember<T> group ? group.Inner.Find(entry, dialect)
                : member.Names.IsCalled(entry.Name, dialect) && (member.Takes?.Invoke(entry.Value) ?? true) ? member
                : null;
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The names that a map of that dialect may have.</summary>
    public IEnumerable<string> NamesIn(Dialect dialect) =>
        _members.SelectMany(member => member is GroupMember<T> group ? group.Inner.NamesIn(dialect) : member.Names.In(dialect) is { } name ? [name] : []);

    public override void WriteCSharp(CSharpText text, T value) =>
        text.New(value.GetType().Name, CSharpMembers(value));

    /// <summary>What differs from the defaults, with its C# expression.</summary>
    public IEnumerable<KeyValuePair<string, Action<CSharpText>>> CSharpMembers(T value)
    {
        foreach (Member<T> member in _members)
        {
            if (member is GroupMember<T> group)
            {
                foreach (KeyValuePair<string, Action<CSharpText>> inner in group.Inner.CSharpMembers(value with { AdditionalProperties = ValueMap<RawJson>.Empty }))
                {
                    yield return inner;
                }
            }
            else if (member.Property.Length > 0 && !member.IsDefault(value, Seed))
            {
                yield return new(member.Property, text => member.WriteCSharp(text, value));
            }
        }

        if (value.AdditionalProperties.Count > 0)
        {
            yield return new(nameof(JobPart.AdditionalProperties), text => Forms.Extras.WriteCSharp(text, value.AdditionalProperties));
        }
    }

    private bool MayBeNull(TreeEntry entry, TreeReader reader)
    {
        bool mayBe = reader.Dialect != Dialect.Yaml || _nullable.Contains(entry.Name);
        if (!mayBe)
        {
            reader.Report(entry.NamePlace, $"'{entry.Name}' has no value.", "Write one, or leave the line out.");
        }

        return mayBe;
    }

    private bool DemandRequired(TreeMap map, TreeReader reader)
    {
        bool hasAll = true;
        if (reader.Dialect == Dialect.Yaml)
        {
            foreach (Member<T> member in _members)
            {
                if (member is GroupMember<T> group)
                {
                    hasAll &= group.Inner.DemandRequired(map, reader);
                }
                else if (member.IsRequired && !map.TryGet(member.Names.Yaml!, out _))
                {
                    reader.Report(map.Place, $"'{member.Names.Yaml}' is missing.", $"Add '{member.Names.Yaml}:' here.");
                    hasAll = false;
                }
            }
        }

        return hasAll;
    }
}
