using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The software a job runs in: an id in REST; elsewhere a reference, or what the environment is made of.</summary>
internal sealed class JobEnvironmentForm : ValueForm<JobEnvironment>
{
    private static readonly Shape<JobEnvironment> _table = new Shape<JobEnvironment>(new JobEnvironment())
        .Add(MemberNames.NotRest("image"), Forms.Text, e => e.Image, (e, v) => e with { Image = v })
        .Add(MemberNames.NotRest("conda_file"), Forms.Path, e => e.CondaFile, (e, v) => e with { CondaFile = v }, takes: tree => tree is not TreeMap)
        .Add(MemberNames.NotRest("conda_file"), Forms.Json, e => e.Conda, (e, v) => e with { Conda = v }, takes: tree => tree is TreeMap)
        .Add(MemberNames.NotRest("description"), Forms.Text, e => e.Description, (e, v) => e with { Description = v })
        .Add(MemberNames.NotRest("tags"), Forms.Texts, e => e.Tags, (e, v) => e with { Tags = v })
        // An environment described in place is called by its content.
        .Add(MemberNames.YamlOnly("name"), Forms.Text, e => null, (e, v) => e, property: "")
        .Add(MemberNames.YamlOnly("version"), Forms.Version, e => null, (e, v) => e, property: "");

    private static readonly Shape<JobEnvironment> _build = new Shape<JobEnvironment>(new JobEnvironment())
        .Add(MemberNames.NotRest("path"), Forms.Path, e => e.BuildContext, (e, v) => e with { BuildContext = v })
        .Add(MemberNames.NotRest("dockerfile_path"), Forms.Text, e => e.DockerfilePath, (e, v) => e with { DockerfilePath = v });

    private static readonly Shape<JobEnvironment> _csharp = new Shape<JobEnvironment>(new JobEnvironment())
        .Add(MemberNames.NotRest("reference"), Forms.Text, e => e.Reference, (e, v) => e with { Reference = v })
        .Add(MemberNames.NotRest("image"), Forms.Text, e => e.Image, (e, v) => e with { Image = v })
        .Add(MemberNames.NotRest("conda_file"), Forms.Path, e => e.CondaFile, (e, v) => e with { CondaFile = v })
        .Add(MemberNames.NotRest("conda"), Forms.Json, e => e.Conda, (e, v) => e with { Conda = v })
        .Add(MemberNames.NotRest("path"), Forms.Path, e => e.BuildContext, (e, v) => e with { BuildContext = v })
        .Add(MemberNames.NotRest("dockerfile_path"), Forms.Text, e => e.DockerfilePath, (e, v) => e with { DockerfilePath = v })
        .Add(MemberNames.NotRest("description"), Forms.Text, e => e.Description, (e, v) => e with { Description = v })
        .Add(MemberNames.NotRest("tags"), Forms.Texts, e => e.Tags, (e, v) => e with { Tags = v });

    public override bool IsUnset(JobEnvironment value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, JobEnvironment value) => writer.WriteStringValue(value.Reference);

    public override JobEnvironment ReadRest(ref Utf8JsonReader reader) => new() { Reference = WireValue.Text(ref reader) };

    public override Tree Write(JobEnvironment value, Dialect dialect)
    {
        if (value.Reference is { } reference)
        {
            bool isBare = !reference.StartsWith(AssetName.Prefix, StringComparison.OrdinalIgnoreCase);
            return isBare ? AssetName.Prefix + reference : reference;
        }

        var map = (TreeMap)_table.Write(value, dialect);
        return value.BuildContext is null ? map : map.With("build", _build.Write(value with { AdditionalProperties = ValueMap<RawJson>.Empty }, dialect));
    }

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out JobEnvironment value)
    {
        value = null;
        if (tree is TreeScalar { Kind: ScalarKind.Text } text)
        {
            if (!reader.IsFile(text))
            {
                value = new JobEnvironment { Reference = text.Text };
                return true;
            }

            return reader.Follow(text) is { } file && TryRead(file, reader, out value);
        }

        if (tree is not TreeMap map)
        {
            return Wrong(tree, reader, "The name of an environment, or a map with 'image' or 'build'");
        }

        JobEnvironment made = new();
        bool isRead = true;
        if (map.TryGet("build", out Tree? build))
        {
            reader.Enter("build");
            isRead = _build.TryRead(build, reader, out JobEnvironment? built);
            made = built ?? made;
            reader.Leave();
        }

        isRead &= _table.TryRead(map.Without("build"), reader, out JobEnvironment? described);
        value = Correct(described! with { BuildContext = made.BuildContext, DockerfilePath = made.DockerfilePath }, map, reader);
        return isRead;
    }

    /// <summary>Published examples write a registered environment where an image belongs; no registry holds such an image.</summary>
    private static JobEnvironment Correct(JobEnvironment environment, TreeMap map, TreeReader reader)
    {
        if (environment is not { Image: { } image, CondaFile: null, Conda.IsNull: true, BuildContext: null } || !image.StartsWith(AssetName.Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return environment;
        }

        reader.Enter("image");
        reader.Warn(map.Get("image")?.Place ?? map.Place, $"'{image}' is an environment, not an image; it is taken for the environment.", $"Write 'environment: {image}'.");
        reader.Leave();
        return new JobEnvironment { Reference = image };
    }

    public override void WriteCSharp(CSharpText text, JobEnvironment value)
    {
        if (value.AdditionalProperties.Count > 0)
        {
            _csharp.WriteCSharp(text, value);
        }
        else if (value.Reference is { } reference)
        {
            text.Text(reference);
        }
        else
        {
            _csharp.WriteCSharp(text, value);
        }
    }
}
