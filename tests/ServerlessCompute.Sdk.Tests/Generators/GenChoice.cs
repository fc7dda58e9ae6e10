using CsCheck;

namespace ServerlessCompute;

/// <summary>Values that may be there or not, and words that may be known or not.</summary>
internal static class GenChoice
{
    /// <summary>One of the known words, or one that the service may add.</summary>
    public static Gen<T> Word<T>(params T[] known)
        where T : struct, IOpenEnum<T> => Gen.Frequency((3, Gen.OneOf(known)), (1, GenText.NewWord.Select(T.Create)));

    /// <summary>A value, or none.</summary>
    public static Gen<T?> Maybe<T>(Gen<T> value)
        where T : class => Gen.Frequency((1, Gen.Const<T?>((T?)null)), (2, value.Select(some => (T?)some)));

    public static Gen<T?> MaybeValue<T>(Gen<T> value)
        where T : struct => Gen.Frequency((1, Gen.Const<T?>((T?)null)), (2, value.Select(some => (T?)some)));
}
