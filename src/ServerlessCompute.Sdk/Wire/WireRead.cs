using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Reads one JSON value. The reader stands on the value's first token and is left on its last.</summary>
internal delegate T WireRead<out T>(ref Utf8JsonReader reader);
