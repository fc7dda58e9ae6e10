namespace ServerlessCompute;

/// <summary>The connection broke, as clients see it.</summary>
internal sealed class ConnectionLostException() : IOException("The connection was reset (a fault of the in-memory service).");
