using System.Reflection;

namespace ServerlessCompute;

/// <summary>Records with a null that <c>!</c> lets in.</summary>
internal static class Nulled
{
    /// <summary>The record without one of its parts, or of their parts; each once.</summary>
    public static IEnumerable<object> EachPartOf(object record)
    {
        foreach (PropertyInfo property in record.GetType().GetProperties().Where(property => property is { CanWrite: true, PropertyType.IsValueType: false }))
        {
            yield return With(record, property, null);
            if (property.GetValue(record) is JobPart part)
            {
                foreach (object inner in EachPartOf(part))
                {
                    yield return With(record, property, inner);
                }
            }
        }
    }

    private static object With(object record, PropertyInfo property, object? value)
    {
        object copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, [])!;
        property.SetValue(copy, value);
        return copy;
    }
}
