using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A component described in place, to be registered under the hash of its content once all in it has an id.</summary>
/// <param name="Spec">Its specification, with placeholders.</param>
/// <param name="Dependencies">The placeholders in it.</param>
internal sealed record ComponentNeed(JsonElement Spec, IReadOnlyList<string> Dependencies) : AssetNeed
{
    public override IEnumerable<PlannedAsset> Describe() =>
    [
        new()
        {
            Action = PlannedAction.Register,
            Kind = PlannedAssetKind.Component,
            Name = ComponentSpecText.AnonymousName,
            Version = Version,
            Hash = Version,
            Reference = Placeholder,
            Body = AssetBody.Text(writer => ComponentSpecText.WriteAnonymous(writer, Spec)),
        },
    ];

    /// <summary>Null while ids are missing that it is made from.</summary>
    private string? Version => Dependencies.Any(static placeholder => placeholder.Contains('{')) ? null : ComponentHash.OfAnonymous(Spec).ToString();
}
