namespace ServerlessCompute;

/// <summary>A refusal of the blob service: status, code and the sentence that the service says.</summary>
internal sealed class BlobException : Exception
{
    public BlobException(int status, string code, string message)
        : base(message)
    {
        Status = status;
        Code = code;
    }

    public int Status { get; }

    public string Code { get; }

    public static BlobException BlobNotFound() => new(404, "BlobNotFound", "The specified blob does not exist.");

    public static BlobException ContainerNotFound() => new(404, "ContainerNotFound", "The specified container does not exist.");

    public static BlobException InvalidBlobType() => new(409, "InvalidBlobType", "The blob type is invalid for this operation.");
}
