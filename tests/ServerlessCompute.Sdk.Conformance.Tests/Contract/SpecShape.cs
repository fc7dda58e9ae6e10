namespace ServerlessCompute;

/// <summary>What a value of the contract is: a plain type (<c>string</c>, <c>int</c> …), a model, an enum, or a map or list of something.</summary>
internal sealed record SpecShape(string Name, SpecShape? Items = null, bool ItemsMayBeNull = false)
{
    public static SpecShape Parse(string text)
    {
        string[] parts = text.Split(':', 2);
        return parts is [var container, var items]
            ? new SpecShape(container.TrimEnd('?'), Parse(items), container.EndsWith('?'))
            : new SpecShape(text);
    }
}
