namespace ServerlessCompute;

/// <summary>Makes the ids that a client needs. Replaced in tests and by the in-memory service, so that a run repeats itself.</summary>
internal abstract class IdSource
{
    public static IdSource System { get; } = new SystemIds();

    public abstract Guid NewGuid();

    /// <summary>Ids that are a function of the seed alone.</summary>
    public static IdSource FromSeed(int seed) => new SeededIds(seed);

    private sealed class SystemIds : IdSource
    {
#pragma warning disable RS0030 // The one place that asks the platform: everybody else takes an IdSource.
        public override Guid NewGuid() => Guid.NewGuid();
#pragma warning restore RS0030
    }

    private sealed class SeededIds(int seed) : IdSource
    {
#pragma warning disable CA5394 // Names have to differ and to repeat, not to be secret.
        private readonly Random _random = new(seed);

        public override Guid NewGuid()
        {
            Span<byte> bytes = stackalloc byte[16];
            lock (_random)
            {
                _random.NextBytes(bytes);
            }

            return new Guid(bytes);
        }
#pragma warning restore CA5394
    }
}
