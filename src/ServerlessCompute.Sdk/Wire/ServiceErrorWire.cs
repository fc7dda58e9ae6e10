using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// <see cref="ServiceError"/> from the shapes that the service has for it: <c>{"error":{code,…,additionalInfo}}</c> of the resource
/// manager, the same with <c>innerError</c> and <c>correlation</c> of run history, <c>{"error_code","message"}</c> of MLflow.
/// </summary>
internal static class ServiceErrorWire
{
    private static readonly JsonEncodedText _error = JsonEncodedText.Encode("error");
    private static readonly JsonEncodedText _code = JsonEncodedText.Encode("code");
    private static readonly JsonEncodedText _errorCode = JsonEncodedText.Encode("error_code");
    private static readonly JsonEncodedText _message = JsonEncodedText.Encode("message");
    private static readonly JsonEncodedText _target = JsonEncodedText.Encode("target");
    private static readonly JsonEncodedText _referenceCode = JsonEncodedText.Encode("referenceCode");
    private static readonly JsonEncodedText _details = JsonEncodedText.Encode("details");
    private static readonly JsonEncodedText _innerError = JsonEncodedText.Encode("innerError");
    private static readonly JsonEncodedText _additionalInfo = JsonEncodedText.Encode("additionalInfo");
    private static readonly JsonEncodedText _type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText _info = JsonEncodedText.Encode("info");
    private static readonly JsonEncodedText _value = JsonEncodedText.Encode("value");
    private static readonly JsonEncodedText _correlation = JsonEncodedText.Encode("correlation");
    private static readonly JsonEncodedText _operation = JsonEncodedText.Encode("operation");

    public static ServiceError Read(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        ServiceError? within = null;
        string? code = null, message = null, target = null, referenceCode = null, operation = null;
        ValueList<ServiceError> details = ValueList<ServiceError>.Empty;
        ValueList<string>? innerCodes = null;
        ValueList<Info> infos = ValueList<Info>.Empty;
        while (reader.NextMember())
        {
            _ = reader.TryObject(_error, Read, ref within)
                || reader.TryText(_code, ref code)
                || reader.TryText(_errorCode, ref code)
                || reader.TryText(_message, ref message)
                || reader.TryText(_target, ref target)
                || reader.TryText(_referenceCode, ref referenceCode)
                || reader.TryList(_details, Read, ref details)
                || reader.TryObject(_innerError, ReadCodes, ref innerCodes)
                || reader.TryList(_additionalInfo, ReadInfo, ref infos)
                || reader.TryObject(_correlation, ReadOperation, ref operation)
                || reader.Pass();
        }

        foreach (Info info in infos.Items)
        {
            innerCodes ??= info.Codes;
            operation ??= info.Operation;
        }

        return within is null
            ? new ServiceError
            {
                Code = code,
                Message = message,
                Target = target,
                ReferenceCode = referenceCode,
                Details = details,
                InnerCodes = innerCodes ?? ValueList<string>.Empty,
                Operation = operation,
            }
            : within with { Operation = within.Operation ?? operation };
    }

    /// <summary>The codes of <c>{code, innerError: {code, innerError: …}}</c>, the outermost first.</summary>
    private static ValueList<string> ReadCodes(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? code = null;
        ValueList<string>? within = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_code, ref code)
                || reader.TryObject(_innerError, ReadCodes, ref within)
                || reader.Pass();
        }

        ValueList<string> inner = within ?? ValueList<string>.Empty;
        return code is null ? inner : [code, .. inner];
    }

    private static Info ReadInfo(ref Utf8JsonReader reader)
    {
        string? type = WireReader.Peek(reader, _type);
        ValueList<string>? codes = null;
        string? operation = null;
        while (reader.NextMember())
        {
            if (!reader.Is(_info))
            {
                reader.Pass();
                continue;
            }

            if (type == "InnerError" && reader.TokenType == JsonTokenType.StartObject)
            {
                codes = ReadWithin(ref reader, ReadCodes);
            }
            else if (type == "Correlation" && reader.TokenType == JsonTokenType.StartObject)
            {
                operation = ReadWithin(ref reader, ReadOperation);
            }
            else
            {
                reader.Skip();
            }
        }

        return new Info(codes, operation);
    }

    private static T? ReadWithin<T>(ref Utf8JsonReader reader, WireRead<T?> read)
        where T : class
    {
        T? value = null;
        while (reader.NextMember())
        {
            _ = reader.TryObject(_value, read, ref value) || reader.Pass();
        }

        return value;
    }

    private static string? ReadOperation(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? operation = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_operation, ref operation) || reader.Pass();
        }

        return operation;
    }

    private readonly record struct Info(ValueList<string>? Codes, string? Operation);
}
