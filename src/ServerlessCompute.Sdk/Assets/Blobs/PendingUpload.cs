using Azure.Storage.Blobs;

namespace ServerlessCompute;

/// <summary>A container that the service gave for an upload of code. Asked again, it gives another one.</summary>
/// <param name="Container">The container, open for writing for some hours.</param>
/// <param name="Address">Its address, as code is registered with.</param>
internal sealed record PendingUpload(BlobContainerClient Container, string Address);
