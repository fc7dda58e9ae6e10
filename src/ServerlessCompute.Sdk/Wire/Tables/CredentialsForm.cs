using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>How a datastore is entered. What it hides is written to REST alone.</summary>
internal sealed class CredentialsForm : ValueForm<DatastoreCredentials>
{
    private static readonly JsonEncodedText _secrets = JsonEncodedText.Encode("secrets");

    private static readonly Shape<DatastoreCredentials> _table = new Shape<DatastoreCredentials>(DatastoreCredentials.None)
        .Add("credentialsType", Forms.Text, c => c.Type, (c, v) => c with { Type = v })
        .Add("tenantId", Forms.Text, c => c.TenantId, (c, v) => c with { TenantId = v })
        .Add("clientId", Forms.Text, c => c.ClientId, (c, v) => c with { ClientId = v });

    public override bool IsUnset(DatastoreCredentials value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, DatastoreCredentials value)
    {
        writer.WriteStartObject();
        _table.WriteRestMembers(writer, value);
        if (value.Secret is { } secret && NameOf(value.Type) is { } name)
        {
            writer.WriteStartObject(_secrets);
            writer.WriteString("secretsType", value.Type);
            writer.WriteString(name, secret);
            writer.WriteEndObject();
        }

        writer.WriteExtras(value.AdditionalProperties);
        writer.WriteEndObject();
    }

    public override DatastoreCredentials ReadRest(ref Utf8JsonReader reader) => _table.ReadRest(ref reader);

    public override Tree Write(DatastoreCredentials value, Dialect dialect) => _table.Write(value, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out DatastoreCredentials value) => _table.TryRead(tree, reader, out value);

    public override void WriteCSharp(CSharpText text, DatastoreCredentials value) => _table.WriteCSharp(text, value);

    private static string? NameOf(string type) => type switch
    {
        "AccountKey" => "key",
        "Sas" => "sasToken",
        "ServicePrincipal" => "clientSecret",
        _ => null,
    };
}
