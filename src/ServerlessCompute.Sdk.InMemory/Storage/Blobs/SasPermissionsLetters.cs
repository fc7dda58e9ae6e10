namespace ServerlessCompute;

/// <summary>The letters of <see cref="SasPermissions"/>, in the order that the service asks for.</summary>
internal static class SasPermissionsLetters
{
    private const string Letters = "racwdl";

    public static string ToLetters(this SasPermissions permissions) =>
        string.Concat(Letters.Where((_, i) => permissions.HasFlag((SasPermissions)(1 << i))));

    /// <summary>The permissions that the letters give; letters for what this service does not have are passed over.</summary>
    public static SasPermissions Parse(string letters)
    {
        SasPermissions permissions = SasPermissions.None;
        foreach (char letter in letters)
        {
            int index = Letters.IndexOf(letter, StringComparison.Ordinal);
            permissions |= index < 0 ? SasPermissions.None : (SasPermissions)(1 << index);
        }

        return permissions;
    }
}
