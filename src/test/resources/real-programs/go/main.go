package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

func caller() (key string, identity string) {
	background := context.Background()
	loaded, err := config.LoadDefaultConfig(background)
	if err != nil {
		return "none", "none"
	}
	found, err := loaded.Credentials.Retrieve(background)
	if err != nil {
		return "none", "none"
	}
	answer, err := sts.NewFromConfig(loaded).GetCallerIdentity(background, &sts.GetCallerIdentityInput{})
	if err != nil {
		return found.AccessKeyID, "none"
	}
	return found.AccessKeyID, *answer.Arn
}

func main() {
	key, identity := caller()
	fmt.Println("key", key)
	fmt.Println("identity", identity)
	_, _ = io.Copy(io.Discard, os.Stdin)
}
