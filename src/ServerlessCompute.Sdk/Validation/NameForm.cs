using System.Buffers;

namespace ServerlessCompute;

/// <summary>The forms that names must have.</summary>
internal static class NameForm
{
    private const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<char> _identifier = SearchValues.Create(LettersAndDigits + "_");
    private static readonly SearchValues<char> _resource = SearchValues.Create(LettersAndDigits + "_-");
    private static readonly SearchValues<char> _asset = SearchValues.Create(LettersAndDigits + "_-.");

    /// <summary>A letter or underscore, then letters, digits, underscores: inputs, outputs, environment variables.</summary>
    public static bool IsIdentifier(ReadOnlySpan<char> name) =>
        !name.IsEmpty && !char.IsAsciiDigit(name[0]) && !name.ContainsAnyExcept(_identifier);

    /// <summary>A letter or digit, then letters, digits, hyphens, underscores: jobs (contract, 255 at most), experiments, services.</summary>
    public static bool IsResource(ReadOnlySpan<char> name, int maximumLength = 255) =>
        !name.IsEmpty && name.Length <= maximumLength && char.IsAsciiLetterOrDigit(name[0]) && !name.ContainsAnyExcept(_resource);

    /// <summary>As a resource's name, with dots: <c>sklearn-1.5</c> is an environment of the service's own.</summary>
    public static bool IsAsset(ReadOnlySpan<char> name) =>
        !name.IsEmpty && name.Length <= 255 && char.IsAsciiLetterOrDigit(name[0]) && !name.ContainsAnyExcept(_asset);

    /// <summary>A lower-case letter, then lower-case letters, digits, underscores: components.</summary>
    public static bool IsComponent(ReadOnlySpan<char> name) =>
        name.Length <= 255 && IsIdentifier(name) && char.IsAsciiLetterLower(name[0]) && !name.ContainsAnyInRange('A', 'Z');

    /// <summary>Whether there is at least one letter, digit or underscore: what the contract asks of required texts.</summary>
    public static bool HasContent(ReadOnlySpan<char> text) => text.ContainsAny(_identifier);
}
