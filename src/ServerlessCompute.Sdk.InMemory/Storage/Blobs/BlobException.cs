using System.Globalization;

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

    /// <summary>Further elements of the error's XML.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Details { get; private init; } = [];

    /// <summary>Headers beside the common ones.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; private init; } = [];

    public static BlobException BlobNotFound() => new(404, "BlobNotFound", "The specified blob does not exist.");

    public static BlobException BlobAlreadyExists() => new(409, "BlobAlreadyExists", "The specified blob already exists.");

    public static BlobException ContainerNotFound() => new(404, "ContainerNotFound", "The specified container does not exist.");

    public static BlobException ContainerAlreadyExists() => new(409, "ContainerAlreadyExists", "The specified container already exists.");

    public static BlobException InvalidBlobType() => new(409, "InvalidBlobType", "The blob type is invalid for this operation.");

    public static BlobException NotModified() => new(304, "ConditionNotMet", "The condition specified using HTTP conditional header(s) is not met.");

    public static BlobException ConditionNotMet() => new(412, "ConditionNotMet", "The condition specified using HTTP conditional header(s) is not met.");

    public static BlobException AuthenticationFailed(string detail) => new(
        403,
        "AuthenticationFailed",
        "Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.")
    {
        Details = [new("AuthenticationErrorDetail", detail)],
    };

    public static BlobException PermissionMismatch() => new(
        403, "AuthorizationPermissionMismatch", "This request is not authorized to perform this operation using this permission.");

    public static BlobException InvalidMetadata(string name) => new(
        400, "InvalidMetadata", "The metadata specified is invalid. It has characters that are not permitted.")
    {
        Details = [new("MetadataName", name)],
    };

    public static BlobException InvalidResourceName(string message = "The specified resource name contains invalid characters.") =>
        new(400, "InvalidResourceName", message);

    public static BlobException InvalidHeader(string name, string value) => new(
        400, "InvalidHeaderValue", "The value for one of the HTTP headers is not in the correct format.")
    {
        Details = [new("HeaderName", name), new("HeaderValue", value)],
    };

    public static BlobException MissingHeader(string name) => new(
        400, "MissingRequiredHeader", "An HTTP header that's mandatory for this request is not specified.")
    {
        Details = [new("HeaderName", name)],
    };

    public static BlobException UnsupportedHeader(string name) => new(
        400, "UnsupportedHeader", "One of the HTTP headers specified in the request is not supported.")
    {
        Details = [new("HeaderName", name)],
    };

    public static BlobException InvalidQuery(string name, string value) => new(
        400, "InvalidQueryParameterValue", "Value for one of the query parameters specified in the request URI is invalid.")
    {
        Details = [new("QueryParameterName", name), new("QueryParameterValue", value)],
    };

    public static BlobException UnsupportedQuery(string name, string value) => new(
        400, "UnsupportedQueryParameter", "One of the query parameters specified in the request URI is not supported.")
    {
        Details = [new("QueryParameterName", name), new("QueryParameterValue", value)],
    };

    public static BlobException UnsupportedVerb() => new(405, "UnsupportedHttpVerb", "The resource doesn't support specified Http Verb.");

    public static BlobException InvalidRange(long length) => new(
        416, "InvalidRange", "The range specified is invalid for the current size of the resource.")
    {
        Headers = [new("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes */{length}"))],
    };

    public static BlobException InternalError() => new(500, "InternalError", "The server encountered an internal error. Please retry the request.");

    public static BlobException InvalidBlockList() => new(400, "InvalidBlockList", "The specified block list is invalid.");

    public static BlobException InvalidXml() => new(400, "InvalidXmlDocument", "XML specified is not syntactically valid.");

    public static BlobException Md5Mismatch() => new(
        400, "Md5Mismatch", "The MD5 value specified in the request did not match with the MD5 value calculated by the server.");

    public static BlobException Crc64Mismatch() => new(
        400, "Crc64Mismatch", "The CRC64 value specified in the request did not match with the CRC64 value calculated by the server.");

    public static BlobException AppendPositionNotMet() => new(
        412, "AppendPositionConditionNotMet", "The append position condition specified was not met.");

    public static BlobException MaxBlobSizeNotMet() => new(
        412, "MaxBlobSizeConditionNotMet", "The max blob size condition specified was not met.");
}
